package jp.bansho.layout;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The pages under docs/formats say what the tables say, row for row.
class PagesTest {

    private static final Map<String, String> PAGES = Map.ofEntries(
            entry("nta-377", "withholding-377.md"),
            entry("nta-377-source", "withholding-377.md"),
            entry("withholding-source", "withholding-source.md"),
            entry("municipal-report", "municipal-report.md"),
            entry("payment-report-source", "payment-report-source.md"),
            entry("elt-331", "elt-331.md"),
            entry("identity-results", "identity-results.md"),
            entry("dependants", "dependants.md"),
            entry("identifiers", "identifiers-file.md"),
            entry("identity-inquiries", "identity-inquiries.md"),
            entry("pensioners", "pensioners.md"),
            entry("residents", "residents.md"),
            entry("resident-events", "residents.md"),
            entry("awards", "awards.md"),
            entry("payments", "payments.md"),
            entry("declarations", "declarations.md"),
            entry("special-collection", "special-collection.md"));

    @Test
    void everyColumnStandsOnItsPageAsInItsTable() throws IOException {
        for (var table : LayoutTable.all()) {
            var page = page(Objects.requireNonNull(PAGES.get(table.id()), table.id()));
            var columns = table.rows().stream().filter(row -> row.size() == 9).toList();
            assertThat(columns).as(table.name()).isNotEmpty();
            assertThat(page)
                    .as(table.name())
                    .containsAll(columns.stream().map(PagesTest::line).toList());
        }
    }

    @Test
    void everyRuleBetweenColumnsStandsOnItsPage() throws IOException {
        for (var table : LayoutTable.all()) {
            var page = page(Objects.requireNonNull(PAGES.get(table.id()), table.id()));
            assertThat(page)
                    .as(table.name())
                    .containsAll(table.all("rule").stream()
                            .map(row -> "| %s | `%s` | %s |"
                                            .formatted(row.get(1), row.get(2).replace("|", "\\|"), row.get(3))
                                    + (row.size() > 4 ? " `" + row.get(4) + "` |" : ""))
                            .toList());
        }
    }

    @Test
    void everyCodeStandsOnItsPage() throws IOException {
        for (var id : List.of(
                "identity-results",
                "identifiers",
                "identity-inquiries",
                "pensioners",
                "residents",
                "resident-events",
                "awards",
                "payments",
                "declarations",
                "special-collection")) {
            var page = page(Objects.requireNonNull(PAGES.get(id), id));
            assertThat(page)
                    .as(id)
                    .containsAll(Tables.rows("codes/" + id + ".tsv").stream()
                            .map(PagesTest::line)
                            .toList());
        }
    }

    private static String line(List<String> row) {
        return "| "
                + String.join(
                        " | ",
                        row.stream()
                                .map(cell -> cell.replace("|", ", ").replace("<", "&lt;"))
                                .toList()) + " |";
    }

    private static List<String> page(String name) throws IOException {
        var root = Objects.requireNonNull(System.getProperty("bansho.root"));
        return Files.readAllLines(Path.of(root, "docs", "formats", name));
    }
}
