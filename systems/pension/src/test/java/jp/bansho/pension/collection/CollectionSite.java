package jp.bansho.pension.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.machine.Progress;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.Sql;
import jp.bansho.pension.collection.Notices.Group;
import jp.bansho.pension.staff.Clerk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A pension machine with members and a year's payments, whose code as a collector is 101.
final class CollectionSite implements AutoCloseable {

    static final Clerk CLERK = PensionSite.FEDERATION;

    private final PensionSite site = PensionSite.start();
    private Path folder = Path.of("");
    private int files;
    private int eventsBefore;

    /// Loads an invented population.
    Notices load(Path place) throws IOException {
        folder = place;
        var invented = Invented.people(folder.resolve("people"), 400);
        site.load(invented.pensioners());
        site.loadYear(invented, PensionSite.HYOGO);
        collector("collector = 101\n");
        return new Notices(invented);
    }

    /// Nothing is taken in, and nothing on record counts.
    void forget() throws SQLException {
        execute("truncate collection.notice, collection.municipality, collection.file restart identity cascade");
        eventsBefore = site.events().size();
    }

    PensionSite machine() {
        return site;
    }

    Path home() {
        return site.home().folder();
    }

    SpecialCollection desk() {
        return site.part(SpecialCollection.class);
    }

    void execute(String sql) throws SQLException {
        site.database().execute(sql);
    }

    void collector(String text) throws IOException {
        Files.writeString(home().resolve(Collector.FILE), text, StandardCharsets.UTF_8);
    }

    /// Events since nothing counted.
    List<String> events() throws SQLException {
        var all = site.events();
        return all.subList(eventsBefore, all.size());
    }

    Path file(Group... groups) throws IOException {
        files++;
        return Notices.write(folder.resolve("notices-" + files + ".dat"), groups);
    }

    TakenIn takeIn(Path file) {
        return desk().takeIn(CLERK, file, Progress.SILENT);
    }

    List<String> rows(String sql) throws SQLException {
        try (var connection = site.superuser()) {
            return Sql.rows(connection, sql);
        }
    }

    static CollectionRefused refused(ThrowingCallable act, String reason) {
        var refused = assertThatExceptionOfType(CollectionRefused.class)
                .isThrownBy(act)
                .actual();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.japanese()).isNotBlank();
        return refused;
    }

    @Override
    public void close() {
        site.close();
    }
}
