package jp.bansho.numbers.taxfile;

import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about tax files.
public sealed interface TaxfileEvent extends AuditEvent {

    /// All numbers of the federation were opened in memory to fill a file.
    record NumbersOpened(int taxYear) implements TaxfileEvent {}

    /// The lists of a job's missing numbers and broken rules were shown, with user numbers.
    record ShortfallShown(int missing, int violations) implements TaxfileEvent {}

    /// A file with numbers was put in its place, or was not.
    record FileAppended(long slips, long numbers, long missing, long violations, boolean delivered)
            implements TaxfileEvent {}
}
