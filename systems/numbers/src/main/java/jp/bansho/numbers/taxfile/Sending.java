package jp.bansho.numbers.taxfile;

import java.time.LocalDate;
import jp.bansho.media.ledger.ParcelOrder;

/// Where a report goes and on what.
///
/// @param recipient organisation word, such as `tax-office`; a certificate of it must be known
/// @param medium    number of the own medium
/// @param capacity  most bytes of a file
/// @param useBy     last day on which the parcel may be taken in
/// @param destroyBy last day on which its files may exist here and there
public record Sending(String recipient, String medium, long capacity, LocalDate useBy, LocalDate destroyBy) {

    /// A CD-R of 650 MB.
    public static final long CD = 650_000_000L;

    /// A DVD-R of 4.7 GB.
    public static final long DVD = 4_700_000_000L;

    private static final String RETURN = "not returned; destroyed by the recipient after use";

    static Sending of(String text) {
        var words = text.split(" ", -1);
        return new Sending(
                words[0], words[1], Long.parseLong(words[2]), LocalDate.parse(words[3]), LocalDate.parse(words[4]));
    }

    /// The code of the medium on the summary sheet (提出媒体).
    public int mediumCode() {
        return capacity > 1_000_000_000L ? 18 : 17;
    }

    String text() {
        return recipient + " " + medium + " " + capacity + " " + useBy + " " + destroyBy;
    }

    ParcelOrder order(TaxReport report) {
        return new ParcelOrder(report.target(), report.label(), "numbers", recipient, useBy, RETURN);
    }

    /// What the second person approves; composed anew when it is used.
    String payload(Preview preview) {
        return """
                taxfile
                preview: %d
                report: %s %s
                tax-year: %d
                source: %s
                digest: %s
                slips: %d
                %s
                medium: %s
                capacity: %d
                destroy-by: %s
                %s""".formatted(
                        preview.id(),
                        preview.report().word(),
                        preview.mode().word(),
                        preview.taxYear(),
                        Preview.grouped(preview.sourceHash()),
                        preview.grouped(),
                        preview.slips(),
                        preview.figures().text(),
                        medium,
                        capacity,
                        destroyBy,
                        order(preview.report()).payload().strip());
    }
}
