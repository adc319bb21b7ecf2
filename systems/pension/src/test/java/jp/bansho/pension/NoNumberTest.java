package jp.bansho.pension;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import jp.bansho.machine.Progress;
import jp.bansho.pension.cutting.CutPurpose;
import jp.bansho.pension.outbox.Party;
import jp.bansho.pension.slips.SlipOrder;
import jp.bansho.pension.slips.Slips;
import jp.bansho.pension.slips.TaxFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No Individual Number is in the database, and nothing on the class path could name one.
class NoNumberTest {

    private static final Pattern TWELVE = Pattern.compile("(?<![0-9A-Za-z])[0-9]{12}(?![0-9A-Za-z])");
    private static final Pattern RUN = Pattern.compile("[0-9]{12,}");

    @TempDir
    Path folder;

    @Test
    void theWholeDatabaseHoldsNone() throws Exception {
        var invented = Invented.people(folder.resolve("people"), 500);
        var numbers = invented.numbers();
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(500);
        try (var site = PensionSite.start();
                var connection = site.superuser()) {
            site.load(invented.pensioners());
            site.cut(CutPurpose.REGISTRATION, PensionSite.TODAY);
            site.loadYear(invented, PensionSite.HYOGO);
            for (var file : TaxFile.values()) {
                cut(site, file);
            }
            var tables = Sql.rows(
                    connection,
                    "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not like 'pg\\_%' and schemaname <> 'information_schema'");
            var rows = new ArrayList<String>();
            for (var table : tables) {
                rows.addAll(Sql.rows(connection, "select t::text from " + table + " t"));
            }
            assertThat(rows)
                    .hasSizeGreaterThan(2_000)
                    .anyMatch(row -> row.contains("a.tanto"))
                    .anyMatch(row -> row.contains(",0,07,兵庫県"));
            for (var row : rows) {
                assertThat(TWELVE.matcher(row).find()).isFalse();
                RUN.matcher(row).results().forEach(run -> {
                    for (var at = 0; at + 12 <= run.group().length(); at++) {
                        assertThat(numbers).doesNotContain(run.group().substring(at, at + 12));
                    }
                });
            }
        }
    }

    @Test
    void noPlainFileIsLeftAnywhere() throws Exception {
        var invented = Invented.people(folder.resolve("people"), 500);
        try (var site = PensionSite.start()) {
            site.load(invented.pensioners());
            site.cut(CutPurpose.REGISTRATION, PensionSite.TODAY);
            site.loadYear(invented, PensionSite.HYOGO);
            cut(site, TaxFile.SLIPS);
            var known = invented.rows("pensioners-28.csv").getFirst();
            var paid = invented.rows("awards-28.csv").getLast();
            try (var files = Files.walk(site.folder())) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    assertThat(text).as(file.toString()).doesNotContain(known[0], known[3], known[7], paid[0], paid[4]);
                }
            }
        }
    }

    private static void cut(PensionSite site, TaxFile file) {
        var party = new Party(PensionSite.FEDERATION, PensionSite.FEDERATION_CHIEF, PensionSite.OPERATOR);
        var day = PensionSite.TODAY.plusDays(14);
        var medium = file.word().toUpperCase(Locale.ROOT) + "-1";
        var order = new SlipOrder(party, file, PensionSite.TAX_YEAR, null, null, null, day, medium, site.outbox());
        site.part(Slips.class).cut(order, Progress.SILENT);
    }

    @Test
    void theTypeIsNotOnTheClassPath() throws Exception {
        var found = new ArrayList<String>();
        for (var entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(java.io.File.pathSeparator, -1)) {
            found.addAll(classes(Path.of(entry)));
        }
        assertThat(found).hasSizeGreaterThan(1_000).anyMatch(name -> name.endsWith("/UserNumber.class"));
        assertThat(found).noneMatch(name -> name.contains("IndividualNumber"));
    }

    private static List<String> classes(Path entry) throws Exception {
        if (Files.isDirectory(entry)) {
            try (var files = Files.walk(entry)) {
                return files.map(Path::toString).toList();
            }
        }
        if (!Files.exists(entry)) {
            return List.of();
        }
        try (var jar = new JarFile(entry.toFile())) {
            return jar.stream().map(Object::toString).toList();
        }
    }
}
