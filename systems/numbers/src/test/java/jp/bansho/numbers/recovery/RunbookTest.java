package jp.bansho.numbers.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jp.bansho.machine.Home;
import jp.bansho.numbers.command.Bansho;
import jp.bansho.numbers.store.Sql;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/// Runs every block of commands of the runbooks about backup, restore, standby, start and stop, as they are printed.
class RunbookTest {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final int MINUTES = 6;

    @Test
    void everyCommandOfTheRunbooksDoesWhatTheySay() throws Exception {
        try (var site = Site.open()) {
            site.work(0, 20);
            site.machine().stop();
            Files.writeString(site.machine().home().staff(), "o.unei = operator\n", StandardCharsets.UTF_8);
            var words = words(site);

            var said = run(site, words, "backup");
            assertThat(said).contains("検査済み / verified", "保管中 / archiving", "無傷 / whole", "訓練完了 / drill done");

            words.put("BACKUP", newest(site).toString());
            words.put("NEW", site.folder().resolve("new").toString());
            words.put("PORT", freePort());
            said = run(site, words, "restore");
            assertThat(said).contains("復旧済み / recovered", "損失 / lost 0", "復元完了 / restored", "改ざんなし / sound");
            assertThat(said).contains("索引 / index 28: 20");

            said = run(site, words, "start-stop");
            assertThat(said).contains("改ざんなし / sound");

            // the restored server is the first one now; a backup of it makes the standby
            var second = new HashMap<>(words);
            second.put("BACKUPS", site.folder().resolve("later").toString());
            var command = "./bansho backup --to \"$BACKUPS\" --as \"$OPERATOR\"\n";
            assertThat(script(site, second, command)).contains("verified");
            try (var files = Files.list(Path.of(second.getOrDefault("BACKUPS", "")))) {
                second.put("BACKUP", files.findFirst().orElseThrow().toString());
            }
            second.put("STANDBY", site.folder().resolve("standby").toString());
            second.put("PRIMARY_PORT", words.getOrDefault("PORT", ""));
            second.put("STANDBY_PORT", freePort());
            second.put(
                    "PASSWORD", Home.load(site.machine().home().backupLogin()).getProperty("password"));
            try {
                var blocks = blocks("standby");
                script(site, second, blocks.getFirst());
                follows(second);
                assertThat(script(site, second, String.join("", blocks.subList(1, blocks.size()))))
                        .contains("復元完了 / restored", "改ざんなし / sound");
            } finally {
                script(site, second, "pg_ctl -D \"$STANDBY\" -m fast stop\npg_ctl -D \"$NEW\" -m fast stop\n");
            }
        }
    }

    private static Map<String, String> words(Site site) throws IOException {
        var words = new HashMap<String, String>();
        var programs = PostgresServer.programs(site.folder().resolve("data"));
        var url = site.machine().database().url();
        words.put("BANSHO_HOME", site.machine().home().folder().toString());
        words.put("BANSHO_POSTGRES", programs.toString());
        words.put("BANSHO_DB_USER", "postgres");
        words.put("BACKUPS", site.folder().resolve("backups").toString());
        words.put("WAL", site.wal().toString());
        words.put("OPERATOR", "o.unei");
        words.put("DATABASE", url.substring(url.lastIndexOf('/') + 1));
        var desk = Files.createDirectories(site.folder().resolve("desk"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        program(desk.resolve("bansho"), """
                #!/bin/bash
                case "$1" in backup | restore) set -- numbers "$@" ;; esac
                exec '%s' -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \\
                    -Dstderr.encoding=UTF-8 -cp '%s' %s "$@"
                """.formatted(java, classes, Bansho.class.getName()));
        // PostgreSQL does not run as root, which tests may be
        program(desk.resolve("pg_ctl"), """
                #!/bin/bash
                if [ "$(id -u)" = 0 ]; then exec unshare -U '%1$s/pg_ctl' "$@"; fi
                exec '%1$s/pg_ctl' "$@"
                """.formatted(programs));
        return words;
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static Path newest(Site site) throws IOException {
        try (var files = Files.list(site.folder().resolve("backups"))) {
            return files.sorted().toList().getLast();
        }
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /// Waits until the standby has what the first server has.
    private static void follows(Map<String, String> words) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var count = "select count(*) from audit.record";
        try (var first = server(words, "PRIMARY_PORT");
                var second = server(words, "STANDBY_PORT")) {
            while (Sql.number(second, count) < Sql.number(first, count)) {
                assertThat(System.nanoTime()).as("the standby follows").isLessThan(deadline);
                Sql.rows(second, "select pg_sleep(0.05)");
            }
        }
    }

    private static Connection server(Map<String, String> words, String port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + words.get(port) + "/" + words.get("DATABASE"), "postgres", "");
    }

    private static String run(Site site, Map<String, String> words, String runbook) throws Exception {
        return script(site, words, String.join("", blocks(runbook)));
    }

    private static List<String> blocks(String runbook) throws IOException {
        var root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve("bansho"))) {
            root = root.getParent();
        }
        var file = Objects.requireNonNull(root, "the repository").resolve("docs/runbooks/" + runbook + ".md");
        var blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).as("blocks of " + runbook).isNotEmpty();
        return blocks;
    }

    private static String script(Site site, Map<String, String> words, String script) throws Exception {
        var desk = site.folder().resolve("desk");
        var out = Files.createTempFile(site.folder(), "said", ".txt");
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(desk.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(words);
        builder.environment().put("PATH", desk + ":" + System.getenv("PATH"));
        var process = builder.start();
        var ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        var said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(script + said).isZero();
        return said;
    }
}
