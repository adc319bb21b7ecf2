package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/// A job of the machine that can be ordered, killed, and taken up again.
///
/// @param kind   `results`, `dependants`, `identifiers`, `withholding`
/// @param source file name within the town
/// @param target of a tax file; the folder otherwise
record FileJob(Site site, String kind, int association, String source, Path target) {

    private static final String[] JSON = {"--json"};

    static FileJob intake(Site site, String kind, int association) {
        var name = switch (kind) {
            case "results" -> "identity-results-%d.csv".formatted(association);
            case "dependants", "identifiers" -> kind + "-%d.csv".formatted(association);
            default -> throw new IllegalArgumentException(kind);
        };
        return new FileJob(site, kind, association, name, site.folder);
    }

    static FileJob taxfile(Site site, int number) {
        return new FileJob(
                site,
                "withholding",
                0,
                "withholding-source.csv",
                site.folder.resolve("377dat%02d.txt".formatted(number)));
    }

    /// Whether it writes a file.
    boolean writes() {
        return kind.equals("withholding");
    }

    /// How the job stands: empty if it never began.
    String state() throws SQLException {
        return text("select state from job.job where " + condition());
    }

    /// Batches done so far; 0 while the database is not there.
    long batches() throws SQLException {
        return site.number(
                "select count(*) from job.batch where job = (select max(id) from job.job where " + condition() + ")");
    }

    /// The command that begins it or takes it up.
    String[] command() throws SQLException {
        if (state().equals("running")) {
            var id = text("select max(id) from job.job where " + condition());
            return writes()
                    ? with("numbers", "jobs", "resume", id)
                    : with("numbers", "jobs", "resume", id, "--association", "" + association);
        }
        var file = site.town.resolve(source).toString();
        return writes()
                ? with("numbers", "taxfile", "append", file, target.toString(), "--tax-year", "" + Site.TAX_YEAR)
                : with(
                        "numbers",
                        "intake",
                        kind,
                        file,
                        "--association",
                        "" + association,
                        "--purpose",
                        kind.equals("dependants") ? "dependants-declaration" : "number-registration");
    }

    /// Whether half an output stands beside the place of the whole one.
    boolean partThere() {
        return Files.exists(target.resolveSibling(target.getFileName() + ".part"));
    }

    private String condition() {
        return "kind = '" + kind + "' and association is not distinct from "
                + (association == 0 ? "null" : association) + "::smallint and source_path = '"
                + site.town.resolve(source) + "'";
    }

    private String text(String sql) throws SQLException {
        try (var connection = site.connect()) {
            return Sql.rows(connection, sql).stream().findFirst().orElse("");
        }
    }

    private static String[] with(String... words) {
        var all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = JSON[0];
        return all;
    }

    Child start() throws IOException, SQLException {
        return site.start(command());
    }

    @Override
    public String toString() {
        return kind + (association == 0 ? "" : " " + association);
    }
}
