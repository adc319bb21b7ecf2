package jp.bansho.numbers.command;

/// The exit codes of all commands.
final class ExitCode {

    /// Done.
    static final int DONE = 0;
    /// Refused, or failed: nothing was left half done; the message says why.
    static final int REFUSED = 1;
    /// The command line was not understood.
    static final int USAGE = 2;
    /// Done, but some rows were not simply registered, or numbers are missing: see the sheet.
    static final int DONE_WITH_FINDINGS = 3;
    /// The audit record does not verify.
    static final int NOT_SOUND = 4;

    private ExitCode() {}
}
