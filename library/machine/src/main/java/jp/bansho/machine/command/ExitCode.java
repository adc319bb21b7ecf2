package jp.bansho.machine.command;

/// The exit codes of all commands.
public final class ExitCode {

    /// Done.
    public static final int DONE = 0;
    /// Refused, or failed: nothing was left half done; the message says why.
    public static final int REFUSED = 1;
    /// The command line was not understood.
    public static final int USAGE = 2;
    /// Done, but some rows were not simply registered, or numbers are missing: see the sheet.
    public static final int DONE_WITH_FINDINGS = 3;
    /// The audit record does not verify.
    public static final int NOT_SOUND = 4;

    private ExitCode() {}
}
