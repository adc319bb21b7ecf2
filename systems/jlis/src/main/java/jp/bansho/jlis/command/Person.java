package jp.bansho.jlis.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who acts.
final class Person {

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = {"Acting person, as in staff.properties (default: the login name).", "業務を行う人（既定: ログイン名）。"})
    private @Nullable String name;

    String name() {
        return name == null ? System.getProperty("user.name") : name;
    }
}
