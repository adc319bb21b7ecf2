package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Decision;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.taxfile.Previews;
import jp.bansho.numbers.taxfile.Sending;
import jp.bansho.numbers.taxfile.SourceSlips;
import jp.bansho.numbers.taxfile.TaxReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the runbook of the tax season, typed in their order.
class TaxSeasonCommandsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static final String NUMBER = InventedFiles.digits(TestMachine.HYOGO, 0);

    @Test
    void theSeasonCommandByCommandLeavesNumbersInItsParcelAlone() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 1);
            assertThat(inTheClear(machine.folder()))
                    .as("what was handed in to be registered")
                    .isNotEmpty()
                    .allMatch(file -> String.valueOf(file.getFileName()).endsWith(".csv"));
            var handedIn = inTheClear(machine.folder());
            var slips = SourceSlips.around(machine, folder);
            var user = InventedFiles.userNumber(TestMachine.HYOGO, 0);
            var nobody = InventedFiles.userNumber(TestMachine.HYOGO, 1);
            var parcel = slips.parcel(
                    TaxReport.WITHHOLDING,
                    SourceSlips.slip("0", user, "大藏　太郎", "ﾀﾛｳ", 1_000_000, 0),
                    SourceSlips.slip("0", nobody, "番所　次郎", "ｼﾞﾛｳ", 1, 0));
            machine.stop();
            Child.hire(
                    machine, "hanako = federation", "taro = federation", "saburo = association 28", "jiro = operator");
            preview(machine, parcel);
            approve(machine);
            var out = Files.createDirectory(folder.resolve("out"));
            leave(machine, out);

            for (var place : List.of(machine.folder(), machine.home().folder(), folder)) {
                assertThat(inTheClear(place)).as("%s", place).isSubsetOf(handedIn);
            }
            try (var parcels = Files.list(out)) {
                var opened = slips.opened(parcels.findFirst().orElseThrow());
                assertThat(opened).containsOnlyKeys("377dat01.txt");
                assertThat(opened.get("377dat01.txt")).contains(",0" + NUMBER + ",");
            }
        }
    }

    private static void preview(TestMachine machine, Path parcel) throws Exception {
        try (var desk = new Desk(machine.home().folder())) {
            for (var stranger : List.of("saburo", "jiro")) {
                var refused = order(desk, parcel, stranger);
                assertThat(refused.code()).as(stranger).isEqualTo(ExitCode.REFUSED);
                assertThat(refused.err()).as(stranger).contains("連合会だけ");
            }
            var preview = order(desk, parcel, "hanako");
            assertThat(preview.code()).as(preview.err()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
            assertThat(preview.out()).contains("1,000,001", "藏 → 蔵");
            assertThat(typed(desk, "confirm 1").code()).isEqualTo(ExitCode.DONE);
        }
    }

    private static Desk.Answer order(Desk desk, Path parcel, String who) throws Exception {
        return desk.run("numbers", "taxfile", "preview", parcel.toString(), "--tax-year", "2025", "--as", who);
    }

    private static void leave(TestMachine machine, Path out) throws Exception {
        try (var desk = new Desk(machine.home().folder())) {
            var written = typed(desk, "write 1 " + out + " --with taro");
            assertThat(written.code()).as(written.err()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
            assertThat(written.out()).as(written.err()).contains("377dat01.txt", "created");
            assertThat(typed(desk, "write 1 " + out + " --with taro").code()).isEqualTo(ExitCode.REFUSED);
            assertThat(typed(desk, "rows 1").lines())
                    .singleElement()
                    .asString()
                    .contains("2 行 項目53", "unknown", InventedFiles.userNumber(TestMachine.HYOGO, 1));
            assertThat(typed(desk, "papers 1 " + folder.resolve("papers.pdf")).code())
                    .isEqualTo(ExitCode.DONE);
            assertThat(typed(desk, "submit 1 --taken-by courier-1 --with taro").out())
                    .contains("提出");
            assertThat(typed(desk, "receipt 1 R-123").out()).contains("R-123");
            assertThat(typed(desk, "returned 1 --brought-by courier-1 --with taro")
                            .code())
                    .isEqualTo(ExitCode.DONE);
            assertThat(typed(desk, "destroyed 1 D-45 --with taro").code()).isEqualTo(ExitCode.DONE);
            assertThat(typed(desk, "custody").out())
                    .contains("destroyed", "D-45")
                    .doesNotContain(NUMBER);
        }
    }

    /// The files below a folder in which the number stands as digits, in bytes or two bytes each.
    private static Set<Path> inTheClear(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(TaxSeasonCommandsTest::holdsTheNumber)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean holdsTheNumber(Path file) {
        try {
            var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return bytes.contains(NUMBER) || bytes.replace("\0", "").contains(NUMBER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Desk.Answer typed(Desk desk, String words) throws Exception {
        return desk.run(("numbers taxfile " + words + " --as hanako").split(" ", -1));
    }

    private static void approve(TestMachine machine) throws Exception {
        machine.again();
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        var officer = Approved.account(machine, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        var second = Approved.account(machine, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        var sending = new Sending("tax-office", "OUT-1", Sending.CD, today.plusDays(30), today.plusDays(400));
        var application = machine.part(Previews.class).apply(officer, 1, sending, "T-1", "年次の提出");
        machine.part(ApprovalDesk.class).decide(second, application.id(), Decision.APPROVE, "");
        machine.stop();
    }
}
