package jp.bansho.numbers.taxfile;

import java.util.List;
import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about tax files.
public sealed interface TaxfileEvent extends AuditEvent {

    /// All numbers of the federation were opened in memory to fill a file.
    record NumbersOpened(int taxYear) implements TaxfileEvent {}

    /// The list of the fields an output left empty was shown, with user numbers.
    record ShortfallShown(long output, int missing) implements TaxfileEvent {}

    /// It was counted what a source would lead to; nothing was written.
    record ReportPreviewed(
            long preview,
            String report,
            String mode,
            int taxYear,
            String source,
            String digest,
            long slips,
            long missing,
            long violations,
            int replacements)
            implements TaxfileEvent {}

    /// A person confirmed the replacements of characters.
    record ReplacementsConfirmed(long preview, int replacements, String digest) implements TaxfileEvent {}

    /// An approval was used up for a file.
    record ReportOrdered(
            long preview, long output, long application, String parcel, String to, String medium, String witness)
            implements TaxfileEvent {}

    /// The job that writes an output began.
    record ReportBegun(long output, long preview) implements TaxfileEvent {}

    /// A parcel with numbers is whole.
    record ReportWritten(
            long output,
            String parcel,
            String manifest,
            long files,
            long slips,
            long numbers,
            long missing,
            String to,
            String witness)
            implements TaxfileEvent {}

    /// A report was not made; the word says why.
    record ReportRefused(String step, String reason, long preview) implements TaxfileEvent {}

    /// A step in the custody of an output file.
    record CustodyNoted(long output, String parcel, String act, String counterpart, String reference, String witness)
            implements TaxfileEvent {}

    /// An association saw whose number tax files want.
    record LacksShown(int lacks, List<String> reports) implements TaxfileEvent {}
}
