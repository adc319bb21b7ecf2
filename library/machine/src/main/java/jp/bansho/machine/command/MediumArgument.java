package jp.bansho.machine.command;

import picocli.CommandLine.Parameters;

/// The medium that a command is about.
final class MediumArgument {

    @Parameters(
            paramLabel = "MEDIUM",
            description = {"Number, or owner/number.", "番号または 所有者/番号。"})
    private String called = "";

    /// As it was typed.
    String called() {
        return called;
    }
}
