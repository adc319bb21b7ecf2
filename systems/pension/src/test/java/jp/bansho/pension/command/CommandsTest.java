package jp.bansho.pension.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.bansho.audit.KeyFile;
import jp.bansho.machine.LedgerDesk;
import jp.bansho.machine.MediaAlarm;
import jp.bansho.machine.Transactions;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ledger.DisposalVerdict;
import jp.bansho.media.ledger.DisposalVerifier;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.Sql;
import jp.bansho.pension.cutting.CutPurpose;
import jp.bansho.pension.cutting.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands as a shell runs them, in processes of their own.
class CommandsTest {

    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    private Process begin(PensionSite site, Path said, String... arguments) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.name=a.tanto",
                "-cp",
                classPath,
                Bansho.class.getName(),
                "pension"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("BANSHO_HOME", site.home().folder().toString());
        builder.environment().put("BANSHO_DB_URL", site.database().url());
        builder.environment().put("BANSHO_DB_USER", site.database().user());
        builder.environment().put("BANSHO_DB_PASSWORD", site.database().password());
        return builder.start();
    }

    private Ended run(PensionSite site, String... arguments) throws IOException, InterruptedException {
        var said = Files.createTempFile(folder, "child", ".out");
        var process = begin(site, said, arguments);
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the command did not end: " + Files.readString(said));
        }
        return new Ended(process.exitValue(), Files.readString(said));
    }

    private static List<String> cut(PensionSite site) {
        return List.of(
                "inquiries",
                "cut",
                "--association",
                "28",
                "--purpose",
                "registration",
                "--by",
                "o.unei",
                "--with",
                "a.tanto",
                "--medium",
                "DISC-1",
                "--to",
                site.outbox().toString(),
                "--approved-by");
    }

    /// Wherever the kill met it, there is one parcel in the end, and it is whole.
    @Test
    void aCutKilledInTheMiddleIsEndedByTheSameCommand() throws Exception {
        var invented = Invented.people(folder.resolve("people"), 20_000);
        try (var site = PensionSite.start()) {
            site.load(invented.pensioners());
            var command = with(cut(site), "a.kacho");
            var process = begin(site, Files.createTempFile(folder, "child", ".out"), command);
            while (isEmpty(site.outbox()) && !process.waitFor(5, TimeUnit.MILLISECONDS)) {
                // until the first file of the parcel appears
            }
            process.destroyForcibly().waitFor();
            var ended = run(site, command);
            assertThat(ended.code() == 0 || ended.said().contains("already"))
                    .as(ended.said())
                    .isTrue();
            var all = invented.rows("pensioners-28.csv").size();
            try (var connection = site.superuser();
                    var parcels = Files.list(site.outbox())) {
                assertThat(Sql.rows(
                                connection,
                                "select recipients + spouses from cutting.cut where manifest_hash is not null"))
                        .containsExactly(String.valueOf(all));
                assertThat(parcels)
                        .singleElement()
                        .satisfies(parcel ->
                                assertThat(parcel.resolve("manifest.cms")).exists());
                assertThat(Sql.number(connection, """
                                select count(*) from members.member
                                 where due_since > (select max(up_to) from cutting.cut)
                                """)).isZero();
            }
            assertThat(run(site, command).code()).isEqualTo(1);
        }
    }

    /// From the files of the payment desk to a parcel that the number machine opens; killed on the way once.
    @Test
    void aTaxYearIsLoadedAndItsSlipsCut() throws Exception {
        var invented = Invented.people(folder.resolve("people"), 12_000);
        try (var site = PensionSite.start()) {
            Files.copy(invented.file("payer.properties"), site.home().folder().resolve("payer.properties"));
            var of = new String[] {"--association", "28", "--tax-year", "2025", "--json"};
            var awards = invented.file("awards-28.csv").toString();
            var paid = invented.file("payments-28.csv").toString();
            var loaded = run(site, with(List.of("payments", "load", paid, "--awards", awards), of));
            var people = invented.rows("awards-28.csv").size();
            assertThat(loaded.said()).contains("\"file\":\"payments\",\"rows\":" + 6 * people);
            var declared = invented.file("declarations-28.csv").toString();
            assertThat(run(site, with(List.of("declarations", "load", declared), of))
                            .code())
                    .isZero();
            var cut = new String[] {
                "slips",
                "cut",
                "--tax-year",
                "2025",
                "--by",
                "o.unei",
                "--approved-by",
                "f.kacho",
                "--with",
                "f.renmei",
                "--medium",
                "DISC-1",
                "--to",
                site.outbox().toString()
            };
            var process = begin(site, Files.createTempFile(folder, "child", ".out"), cut);
            while (isEmpty(site.outbox()) && !process.waitFor(5, TimeUnit.MILLISECONDS)) {
                // until the first file of the parcel appears
            }
            process.destroyForcibly().waitFor();
            var ended = run(site, cut);
            assertThat(ended.code() == 0 || ended.said().contains("already"))
                    .as(ended.said())
                    .isTrue();
            try (var connection = site.superuser();
                    var parcels = Files.list(site.outbox())) {
                assertThat(Sql.rows(connection, "select records from slips.cut where manifest_hash is not null"))
                        .containsExactly(String.valueOf(people));
                assertThat(Sql.number(connection, "select count(*) from slips.record"))
                        .isEqualTo(people);
                var parcel = parcels.toList();
                assertThat(parcel).hasSize(1);
                var received =
                        Received.open(site, parcel.getFirst(), site.numbers(), "numbers", Set.of("withholding-slips"));
                assertThat(received.rows())
                        .extracting(row -> row[71])
                        .containsExactlyElementsOf(invented.rows("awards-28.csv").stream()
                                .map(row -> row[0])
                                .toList());
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Test
    void membersAreLoadedAndInquiriesCut() throws Exception {
        var invented = Invented.people(folder.resolve("people"), 300);
        var rows = invented.rows("pensioners-28.csv").size();
        var wrong = invented.withLine(folder.resolve("wrong.csv"), 3, row -> Invented.with(row, 6, "19500230"));
        try (var site = PensionSite.start()) {
            var again = run(
                    site,
                    "init",
                    "--associations",
                    site.folder().resolve("associations.properties").toString());
            assertThat(again.code()).as(again.said()).isZero();
            var refused = run(site, "members", "load", wrong.toString(), "--association", "28");
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.said()).contains("line 3 column 6", "3行 6列").doesNotContain("19500230");
            var loaded =
                    run(site, "members", "load", invented.pensioners().toString(), "--association", "28", "--json");
            assertThat(loaded.said()).contains("\"rows\":" + rows + ",\"added\":" + rows);
            assertThat(loaded.code()).isZero();
            var alone = run(site, with(cut(site), "o.unei"));
            assertThat(alone.code()).isEqualTo(1);
            assertThat(alone.said()).contains("申請者本人は承認できません");
            var done = run(site, with(cut(site), "a.kacho"));
            assertThat(done.code()).as(done.said()).isZero();
            assertThat(done.said()).contains("媒体 parcel P-", "承認 approval A-1");
            var twice = run(site, with(cut(site), "a.kacho"));
            assertThat(twice.code()).isEqualTo(1);
            assertThat(twice.said()).contains("already");
        }
    }

    /// The ledger's commands, which all machines share, on this one: out, missing, counted, destroyed.
    @Test
    void theLedgerOfMediaIsKeptFromTheCommandLine() throws Exception {
        try (var site = PensionSite.start()) {
            var people = Invented.people(folder.resolve("people"), 100);
            site.load(people.pensioners());
            var cut = site.cut(CutPurpose.REGISTRATION, PensionSite.TODAY);
            var two = List.of("--as", "a.tanto", "--with", "a.kacho");
            // on the day of the cut; for the commands, which know no other clock than the real one, its use-by day is
            // long past
            var doer = PensionSite.CLERK.inLedgerOf(28);
            new LedgerDesk(site.part(Transactions.class), site.part(Ledger.class), site.part(MediaAlarm.class))
                    .done(
                            doer,
                            PensionSite.CHIEF.inLedgerOf(28),
                            "hand-over",
                            (c, both) -> site.part(Ledger.class)
                                    .outgoing()
                                    .handOver(c, both, new ParcelNumber(cut.parcel()), "c.unso"));
            var late = run(site, all("media hand-over " + cut.parcel() + " --taken-by c.unso", two));
            assertThat(late.code()).as(late.said()).isEqualTo(1);
            var overdue = run(site, "media", "overdue", "--as", "a.tanto", "--json");
            assertThat(overdue.code()).as(overdue.said()).isEqualTo(3);
            assertThat(overdue.said())
                    .contains("\"overdue\":true", "pension/REG-2025-11-05", "report to the federation today");
            var alone = run(site, all("media take-back REG-2025-11-05 --brought-by c.unso", two.subList(0, 2)));
            assertThat(alone.code()).isEqualTo(1);
            assertThat(alone.said()).contains("This takes two people");
            var back = run(site, all("media take-back REG-2025-11-05 --brought-by c.unso", two));
            assertThat(back.code()).as(back.said()).isZero();
            var gone = run(site, all("media dispose REG-2025-11-05 --way shredded --to " + folder, two));
            assertThat(gone.code()).as(gone.said()).isZero();
            assertThat(gone.said()).contains("廃棄 destroyed", "D-28-1");
            assertThat(Files.readAllBytes(folder.resolve("D-28-1.pdf"))).startsWith('%', 'P', 'D', 'F');
            var verdict = new DisposalVerifier(KeyFile.read(site.home().auditPublicKey()))
                    .verify(Files.readAllBytes(folder.resolve("D-28-1.txt")));
            assertThat(verdict).isInstanceOf(DisposalVerdict.Genuine.class);
            assertThat(site.events())
                    .contains(
                            "parcel-handed-over",
                            "duties-listed",
                            "media-report-due",
                            "media-step-refused",
                            "medium-moved",
                            "medium-disposed");
        }
    }

    private static String[] all(String words, List<String> people) {
        var all = new ArrayList<>(List.of(words.split(" ", -1)));
        all.addAll(people);
        return all.toArray(String[]::new);
    }

    private static String[] with(List<String> command, String... last) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(last));
        return all.toArray(String[]::new);
    }
}
