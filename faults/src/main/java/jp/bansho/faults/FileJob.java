package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A job of the machine that can be ordered, killed, and taken up again.
///
/// @param kind   `results`, `dependants`, `identifiers`, `withholding`
/// @param source file of the town, or parcel with its slips
/// @param tax    the order of a tax file; null otherwise
record FileJob(
        Site site,
        String kind,
        int association,
        Path source,
        @Nullable TaxOrder tax) {

    private static final String[] JSON = {"--json"};

    static FileJob intake(Site site, String kind, int association) {
        var name = switch (kind) {
            case "results" -> "identity-results-%d.csv".formatted(association);
            case "dependants", "identifiers" -> kind + "-%d.csv".formatted(association);
            default -> throw new IllegalArgumentException(kind);
        };
        return new FileJob(site, kind, association, site.town.resolve(name), null);
    }

    /// The tax file of a site whose numbers are registered: counted, applied for and approved.
    static FileJob taxfile(Site site) throws IOException, SQLException {
        var order = TaxOrder.registered(site).approved();
        return new FileJob(site, "withholding", 0, order.source(), order);
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
        if (tax != null) {
            return tax.command();
        }
        if (state().equals("running")) {
            var id = text("select max(id) from job.job where " + condition());
            return with("numbers", "jobs", "resume", id, "--association", "" + association);
        }
        return with(
                "numbers",
                "intake",
                kind,
                source.toString(),
                "--association",
                "" + association,
                "--purpose",
                kind.equals("dependants") ? "dependants-declaration" : "number-registration");
    }

    private String condition() {
        return "kind = '" + kind + "' and association is not distinct from "
                + (association == 0 ? "null" : association) + "::smallint and source_path = '"
                + source + "'";
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
