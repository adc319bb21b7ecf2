package jp.bansho.numbers.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who acts, and how the answer is written.
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

    String name() {
        return name == null ? System.getProperty("user.name") : name;
    }

    boolean json() {
        return json;
    }
}
