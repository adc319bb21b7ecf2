package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
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

    @Test
    void theSeasonCommandByCommand() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 1);
            var slips = SourceSlips.around(machine, folder);
            var user = InventedFiles.userNumber(TestMachine.HYOGO, 0);
            var parcel = slips.parcel(TaxReport.WITHHOLDING, SourceSlips.slip("0", user, "大藏　太郎", "ﾀﾛｳ", 1_000_000, 0));
            machine.stop();
            Child.hire(machine, "hanako = federation", "taro = federation");
            try (var desk = new Desk(machine.home().folder())) {
                var preview = desk.run(
                        "numbers", "taxfile", "preview", parcel.toString(), "--tax-year", "2025", "--as", "hanako");
                assertThat(preview.code()).as(preview.err()).isEqualTo(ExitCode.DONE);
                assertThat(preview.out()).contains("1,000,000", "藏 → 蔵");
                assertThat(typed(desk, "confirm 1").code()).isEqualTo(ExitCode.DONE);
            }
            approve(machine);
            var out = Files.createDirectory(folder.resolve("out"));
            try (var desk = new Desk(machine.home().folder())) {
                var written = typed(desk, "write 1 " + out + " --with taro");
                assertThat(written.out()).as(written.err()).contains("377dat01.txt", "created");
                assertThat(typed(desk, "write 1 " + out + " --with taro").code())
                        .isEqualTo(ExitCode.REFUSED);
                assertThat(typed(desk, "papers 1 " + folder.resolve("papers.pdf"))
                                .code())
                        .isEqualTo(ExitCode.DONE);
                assertThat(typed(desk, "submit 1 --taken-by courier-1 --with taro")
                                .out())
                        .contains("提出");
                assertThat(typed(desk, "receipt 1 R-123").out()).contains("R-123");
                assertThat(typed(desk, "returned 1 --brought-by courier-1 --with taro")
                                .code())
                        .isEqualTo(ExitCode.DONE);
                assertThat(typed(desk, "destroyed 1 D-45 --with taro").code()).isEqualTo(ExitCode.DONE);
                assertThat(typed(desk, "custody").out())
                        .contains("destroyed", "D-45")
                        .doesNotContain(InventedFiles.digits(TestMachine.HYOGO, 0));
            }
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
