package jp.bansho.numbers.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Who acts, and how and where the answer is written.
final class ActorOptions {

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = {"Acting person, as in staff.properties (default: the login name).", "業務を行う人（既定: ログイン名）。"})
    private @Nullable String name;

    @Option(
            names = "--json",
            description = {"Machine-readable output.", "機械可読な出力（JSON）。"})
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    String name() {
        return name == null ? System.getProperty("user.name") : name;
    }

    boolean json() {
        return json;
    }

    /// Where the answer goes.
    PrintWriter out() {
        return commandLine().getOut();
    }

    /// The command that these belong to, as it was typed.
    CommandLine commandLine() {
        return command.commandLine();
    }
}
