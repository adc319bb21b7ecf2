package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// 70 records; heads were exported at 30 and at 60, so 61 to 70 rest on the head in the database alone.
abstract class SeventyRecords {

    @TempDir
    Path folder;

    final AuditDatabase database = new AuditDatabase();
    final Forger forger = new Forger(database);
    Path headFile = Path.of("");
    SignedHead at60 = new SignedHead(0, "", AuditDatabase.NOW, "", "");

    @BeforeEach
    void writeSeventyRecords() throws SQLException, IOException {
        headFile = folder.resolve("heads.jsonl");
        database.write(30, 3);
        export();
        at60 = database.write(30, 7);
        export();
        database.write(10, 1);
    }

    void export() throws SQLException, IOException {
        assertThat(tryToExport()).isInstanceOf(HeadExport.Added.class);
    }

    HeadExport tryToExport() throws SQLException, IOException {
        try (var connection = database.application()) {
            return new HeadFile(headFile, database.trusted).export(connection);
        }
    }

    void assertFindings(Finding... expected) throws SQLException, IOException {
        assertThat(verify().findings()).containsExactlyInAnyOrder(expected);
    }

    /// Verifies the tables and an export of them; both must say the same.
    Verification verify() throws SQLException, IOException {
        var verifier = new AuditVerifier(headFile, database.trusted);
        try (var connection = database.application()) {
            var tables = verifier.verify(connection);
            var export = folder.resolve("export.jsonl");
            Files.deleteIfExists(export);
            AuditExport.write(connection, export);
            assertThat(verifier.verify(export)).isEqualTo(tables);
            return tables;
        }
    }

    List<String> exportedLines() throws SQLException, IOException {
        verify();
        return new ArrayList<>(Files.readAllLines(folder.resolve("export.jsonl")));
    }

    List<Finding> verifyLines(List<String> lines) throws IOException {
        var edited = Files.write(folder.resolve("edited.jsonl"), lines);
        return new AuditVerifier(headFile, database.trusted).verify(edited).findings();
    }
}
