package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTest {

    @TempDir
    Path folder;

    private final AuditDatabase database = new AuditDatabase();

    @Test
    void aHeadIsAddedOnlyIfTheChainHasGrown() throws SQLException, IOException {
        assertThat(export()).isEqualTo(new HeadExport.Unchanged());
        var first = database.write(3, 1);
        assertThat(export()).isEqualTo(new HeadExport.Added(first, 1));
        assertThat(export()).isEqualTo(new HeadExport.Unchanged());
        var second = database.write(3, 3);
        assertThat(export()).isEqualTo(new HeadExport.Added(second, 2));
        var lines = HeadLines.read(file(), database.trusted);
        assertThat(lines.genuine()).containsExactly(first, second);
        assertThat(lines.badLines()).isEmpty();
    }

    @Test
    void aHeadWithoutAValidSignatureIsNotExported() throws SQLException, IOException {
        database.write(1, 1);
        database.execute("update audit.head set signature = decode(repeat('00', 64), 'hex')");
        assertThat(export()).isEqualTo(new HeadExport.BadSignature(1));
        assertThat(file()).isEmptyFile();
    }

    @Test
    void aTornLastLineIsLeftAsItIs() throws SQLException, IOException {
        database.write(1, 1);
        export();
        Files.writeString(file(), Files.readString(file()).stripTrailing());
        var torn = Files.readString(file());
        database.write(1, 1);
        assertThat(export()).isEqualTo(new HeadExport.Damaged(1));
        assertThat(Files.readString(file())).isEqualTo(torn);
    }

    @Test
    void manyExportersAtOnceKeepTheFileInOrder() throws Exception {
        var calls = new ArrayList<Callable<HeadExport>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> {
                database.write(1, 1);
                return export();
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get()).isInstanceOfAny(HeadExport.Added.class, HeadExport.Unchanged.class);
            }
        }
        var lines = HeadLines.read(file(), database.trusted);
        assertThat(lines.badLines()).isEmpty();
        assertThat(lines.last()).isEqualTo(8);
    }

    private Path file() {
        return folder.resolve("heads.jsonl");
    }

    private HeadExport export() throws SQLException, IOException {
        try (var connection = database.application()) {
            return new HeadFile(file(), database.trusted).export(connection);
        }
    }
}
