package jp.bansho.numbers.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.Test;

/// A file with one number is found out from its plain hash by trying all numbers; so no plain hash is kept.
class FingerprintLeaksTest {

    private static final int HERE = TestMachine.HYOGO;

    @Test
    void theFingerprintOfAShortFileIsNoHashOfItAndDiffersWithEachInstallation() throws Exception {
        var row = InventedFiles.digits(HERE, 1) + "," + InventedFiles.userNumber(HERE, 1) + ",\r\n";
        var met = new HashSet<String>();
        for (var i = 0; i < 2; i++) {
            try (var machine = TestMachine.start()) {
                var file = InventedFiles.write(machine.folder().resolve("one.csv"), row);
                var printed = machine.take(JobKind.DEPENDANTS, HERE, file).job().fingerprint();
                met.add(printed);
                for (var dump : dump(machine, file)) {
                    for (var algorithm : List.of("SHA-256", "SHA-512", "SHA-1", "MD5", "SHA3-256")) {
                        assertThat(dump).doesNotContain(hash(algorithm, row));
                    }
                }
            }
        }
        assertThat(met).as("fingerprints of the same file in two installations").hasSize(2);
    }

    private static List<String> dump(TestMachine machine, Path file) throws SQLException {
        assertThat(file).exists();
        try (var administrator = machine.superuser()) {
            var rows = Sql.rows(administrator, "select j::text from job.job j");
            rows.addAll(Sql.rows(administrator, "select r::text from audit.record r"));
            assertThat(rows).hasSizeGreaterThan(3);
            return rows;
        }
    }

    private static String hash(String algorithm, String text) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
