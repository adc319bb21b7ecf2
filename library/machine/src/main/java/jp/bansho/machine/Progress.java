package jp.bansho.machine;

/// Is told how far a job got, so that whoever waits can see it.
public interface Progress {

    /// Tells nobody.
    Progress SILENT = (lines, bytes, total) -> {};

    /// Called once the job is in the ledger and has a number.
    default void begun(long job) {}

    /// Called after each step.
    ///
    /// @param lines lines worked off so far
    /// @param bytes bytes of the source worked off so far
    /// @param total bytes of the source
    void at(long lines, long bytes, long total);
}
