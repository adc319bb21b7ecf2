package jp.bansho.pension.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whose files of which year are taken in, and by whom.
final class OfYear {

    @Option(
            names = "--association",
            required = true,
            paramLabel = "CODE",
            description = {"Association, 1 to 99.", "構成組合コード。"})
    private int association;

    @Option(
            names = "--tax-year",
            required = true,
            paramLabel = "YYYY",
            description = {"Tax year of the file.", "年分（西暦）。"})
    private int taxYear;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = {"Acting person, as in staff.properties (default: the login name).", "業務を行う人（既定: ログイン名）。"})
    private @Nullable String name;

    @Option(
            names = "--json",
            description = {"Machine-readable output.", "機械可読な出力（JSON）。"})
    private boolean json;

    int association() {
        return association;
    }

    int taxYear() {
        return taxYear;
    }

    String name() {
        return Objects.requireNonNullElse(name, System.getProperty("user.name"));
    }

    boolean json() {
        return json;
    }
}
