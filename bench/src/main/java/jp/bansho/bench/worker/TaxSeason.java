package jp.bansho.bench.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Decision;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.Receiving;
import jp.bansho.numbers.installation.StaffFile;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.taxfile.Mode;
import jp.bansho.numbers.taxfile.Previews;
import jp.bansho.numbers.taxfile.Reports;
import jp.bansho.numbers.taxfile.Sending;
import jp.bansho.numbers.taxfile.TaxReport;

/// The tax season as the federation's people take it, and the copying of the same parcel without rules or numbers.
final class TaxSeason {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Desk desk;

    TaxSeason(Desk desk) {
        this.desk = desk;
    }

    /// Counts a source through, confirms, applies and approves.
    ///
    /// @return the preview's number, slips, numbers missing, violations
    long[] prepare(Path parcel, String report, int taxYear, long applicant, long approver, String medium) {
        var previews = desk.part(Previews.class);
        var order = new Previews.Order(desk.actor(), parcel, TaxReport.of(report), taxYear, Mode.FIRST, null);
        var made = previews.make(order, Progress.SILENT);
        previews.confirm(desk.actor(), made.id());
        approve(made.id(), applicant, approver, medium);
        return new long[] {made.id(), made.slips(), made.missing(), made.violations()};
    }

    /// One applies, another approves, as on their screens.
    private void approve(long preview, long applicant, long approver, String medium) {
        var previews = desk.part(Previews.class);
        var today = LocalDate.now(JAPAN);
        var sending = new Sending("tax-office", medium, Sending.DVD, today.plusDays(30), today.plusDays(60));
        var application = previews.apply(officer("b-officer-1", applicant), preview, sending, "B-1", "測定");
        desk.part(ApprovalDesk.class)
                .decide(officer("b-officer-2", approver), application.id(), Decision.APPROVE, "測定");
    }

    /// Writes the parcel.
    ///
    /// @return slips, files
    long[] write(long preview, Path outbox) {
        var staff = desk.part(StaffFile.class);
        var output = desk.part(Reports.class)
                .write(staff.actor("taro"), staff.actor("hanako"), preview, outbox, Progress.SILENT);
        return new long[] {output.preview().slips(), output.id()};
    }

    /// Reads, decrypts, encrypts and writes the same bytes.
    long copy(Path parcel, Path outbox) throws IOException {
        var clock = InstantSource.system();
        var keys = new ParcelKeys(desk.part(Home.class).media());
        var inspected = new ParcelReader(new Receiving(
                        "numbers", Set.of("withholding-slips", "payment-reports"), keys.senders(), _ -> false, clock))
                .inspect(parcel);
        inspected.verify();
        var number = ParcelNumber.make(new java.security.SecureRandom());
        var label = new Label(
                number,
                "measurement",
                "measurement",
                "none",
                "numbers",
                "tax-office",
                "bench",
                LocalDate.now(JAPAN).plusDays(1),
                "none");
        var recipient = keys.recipient("tax-office").orElseThrow();
        try (var opened = inspected.open(keys.receiving());
                var writer =
                        ParcelWriter.begin(outbox.resolve(number.text()), label, keys.signing(), recipient, clock)) {
            var files = opened.manifest().files();
            for (var file : files) {
                writer.add(file.name(), out -> {
                    opened.stream(file).transferTo(out);
                    return file.counts();
                });
            }
            opened.complete(files.stream().collect(Collectors.toMap(file -> file.name(), file -> file.counts())));
            writer.finish();
            return files.stream().mapToLong(file -> file.bytes()).sum();
        }
    }

    private static Member officer(String account, long person) {
        return new Member(account, person, account, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
    }
}
