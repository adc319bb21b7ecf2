package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.cycle.InquiryRows;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.taxfile.Mode;
import jp.bansho.numbers.taxfile.Previews;
import jp.bansho.numbers.taxfile.SourceSlips;
import jp.bansho.numbers.taxfile.TaxReport;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.testing.Guest.Reply;

/// What others did at the terminals, so that there is something to look at.
final class DeskStories {

    private static final int HERE = TestMachine.HYOGO;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Office office;

    DeskStories(Office office) {
        this.office = office;
    }

    /// The answers of an inquiry about life status of November 2026.
    void round() {
        var machine = office.machine();
        var rows = InquiryRows.same(1, InventedFiles.userNumber(HERE, 20), InventedFiles.digits(HERE, 20), "20261110")
                + InquiryRows.dead(2, InventedFiles.userNumber(HERE, 21), InventedFiles.digits(HERE, 21), "20261110");
        var file = InventedFiles.write(machine.folder().resolve("life.csv"), rows);
        var order = new IntakeOrder(JobKind.RESULTS, machine.clerk(HERE), Purpose.LIFE_STATUS, HERE, file, false);
        machine.part(Intake.class).run(order, Progress.SILENT);
    }

    /// The page of a person's dates.
    String dates(int person) throws SQLException {
        return "/retention/people/" + office.machine().subject(InventedFiles.userNumber(HERE, person));
    }

    /// Somebody died long ago and their number is to be erased.
    ///
    /// @return the page of the run, applied for and not yet decided
    String erasure(Present clerk, int person) throws SQLException {
        var guest = clerk.guest();
        guest.get(dates(person));
        done(guest.post(
                dates(person), "sort", "death", "day", "2015-11-01", "until", "", "text", "死亡届の写し", "step", "do"));
        guest.get("/retention/due");
        var run = path(guest.post("/retention/runs", "day", Office.TODAY.toString(), "reason", "期日到来"), "/retention/");
        guest.get(run);
        done(guest.post(run + "/apply", "caseReference", "R8-9"));
        return run;
    }

    /// The run is approved and carried out.
    void erased(Present clerk, Present senior, String run) throws SQLException {
        decide(senior, "/applications/" + text("select max(application) from retention.run"));
        clerk.guest().get(run);
        done(clerk.guest().post(run + "/start"));
        var until = Instant.now().plus(PATIENCE);
        while (!clerk.guest().get(run).page().contains(run + "/certificate")) {
            assertThat(Instant.now()).as("the erasure lasts too long").isBefore(until);
        }
    }

    /// An incident with the first version of its report.
    ///
    /// @return its page
    String incident(Present senior) {
        var guest = senior.guest();
        guest.get("/incidents/new");
        var incident = path(
                guest.post(
                        "/incidents/new",
                        "kind",
                        "missing-medium",
                        "day",
                        Office.TODAY.toString(),
                        "time",
                        "9:30",
                        "place",
                        "書庫",
                        "summary",
                        "CD-Rが見当たらない"),
                "/incidents/");
        guest.get(incident + "/draft");
        done(guest.post(
                incident + "/draft",
                "from",
                Office.TODAY.toString(),
                "until",
                Office.TODAY.toString(),
                "accounts",
                "",
                "step",
                "keep",
                "outline",
                "概要",
                "further",
                "確認されていない"));
        return incident;
    }

    /// Two previews: one with characters to confirm and a number missing, one with broken rules.
    ///
    /// @return the pages
    String[] previews(Path folder) throws Exception {
        var slips = SourceSlips.around(office.machine(), folder);
        var good = slips.parcel(
                TaxReport.WITHHOLDING,
                SourceSlips.slip("0", InventedFiles.userNumber(HERE, 10), "大藏　太郎", "ﾀﾛｳ", 1_000_000, 0),
                SourceSlips.slip("0", InventedFiles.userNumber(HERE, 95), "番所　花子", "ﾊﾅｺ", 2_000_000, 5_000));
        var broken = slips.parcel(
                TaxReport.WITHHOLDING,
                SourceSlips.slip("7", InventedFiles.userNumber(HERE, 10), "番所　太郎", "ﾀﾛｳ", 1_000_000, 0));
        return new String[] {preview(good), preview(broken)};
    }

    private String preview(Path parcel) {
        var order = new Previews.Order(SourceSlips.HANAKO, parcel, TaxReport.WITHHOLDING, 2025, Mode.FIRST, null);
        return "/tax/previews/"
                + office.machine()
                        .part(Previews.class)
                        .make(order, Progress.SILENT)
                        .id();
    }

    /// Somebody of the federation approves.
    void approved(String application) throws SQLException {
        decide(office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax"), application);
    }

    private static void decide(Present who, String application) {
        who.guest().get(application);
        done(who.guest().post(application + "/decide", "decision", "approve", "note", "確認した"));
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.page()).isEqualTo(302);
    }

    private static String path(Reply reply, String begin) {
        done(reply);
        return reply.location().substring(reply.location().indexOf(begin));
    }

    private String text(String sql) throws SQLException {
        try (var connection = office.machine().superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
