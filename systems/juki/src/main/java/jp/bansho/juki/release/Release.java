package jp.bansho.juki.release;

import java.time.LocalDate;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.media.ledger.ParcelOrder;

/// One parcel that somebody applied for.
///
/// @param application number of the application
/// @param medium      number of the own medium it is written on
/// @param useBy       last day on which the number machine may take it in
/// @param began       the approval is used up; a writing that broke off goes on under it
public record Release(long application, long job, String medium, LocalDate useBy, boolean began) {

    /// The addressee of this machine's parcels.
    public static final String TO = "numbers";

    private static final String RETURN = "wipe after the registration is confirmed, send the medium back";

    /// What leaves: the answers of that job.
    public static ParcelOrder order(Job job, LocalDate useBy) {
        return new ParcelOrder("identity-results", job.purpose(), Inquiries.ORGANISATION, TO, useBy, RETURN);
    }

    /// What is approved, word for word: the order, and which job's answers go onto which medium.
    static String payload(Job job, String medium, LocalDate useBy) {
        return order(job, useBy).payload()
                + "job: %d\nparcel of the inquiries: %s\ninquiries: %d\nrows: %d\nmedium: %s\n"
                        .formatted(job.id(), job.parcel(), job.inquiries(), job.rows(), medium);
    }
}
