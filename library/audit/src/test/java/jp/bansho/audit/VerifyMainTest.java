package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyMainTest {

    @TempDir
    Path folder;

    private final AuditDatabase database = new AuditDatabase();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @BeforeEach
    void exportEverything() throws Exception {
        database.write(10, 5);
        try (var connection = database.application()) {
            new HeadFile(heads(), database.trusted).export(connection);
            AuditExport.write(connection, export());
        }
        var key =
                Base64.getMimeEncoder().encodeToString(database.keys.getPublic().getEncoded());
        Files.writeString(keys(), "Key-Id: k1\n-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
    }

    @Test
    void aSoundExportEndsWithZero() {
        assertThat(run()).isZero();
        assertThat(text()).contains("異常はありません", "10 records", "2 signed heads");
    }

    @Test
    void aForgedExportEndsWithOneAndSaysWhyInTwoLanguages() throws Exception {
        Files.writeString(export(), Files.readString(export()).replace("lookup 4", "lookup 5"));
        assertThat(run()).isEqualTo(1);
        assertThat(text()).contains("記録5の内容が書き換えられています。 / Record 5 was changed.", "Not sound");
    }

    @Test
    void whatCannotBeCheckedEndsWithTwo() throws Exception {
        Files.writeString(keys(), "no key");
        assertThat(run()).isEqualTo(2);
        Files.delete(heads());
        assertThat(run()).isEqualTo(2);
        assertThat(VerifyMain.run(new String[] {"one"}, new PrintStream(screen, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(text()).contains("検証できません", "usage");
    }

    private Path export() {
        return folder.resolve("export.jsonl");
    }

    private Path heads() {
        return folder.resolve("heads.jsonl");
    }

    private Path keys() {
        return folder.resolve("keys.pem");
    }

    private int run() {
        var arguments = new String[] {export().toString(), heads().toString(), keys().toString()};
        return VerifyMain.run(arguments, new PrintStream(screen, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
