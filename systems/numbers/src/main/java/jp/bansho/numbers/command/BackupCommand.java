package jp.bansho.numbers.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.bansho.machine.Home;
import jp.bansho.machine.InstalledKeys;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.recovery.Backups;
import jp.bansho.numbers.recovery.VerifiedBackup;
import jp.bansho.numbers.recovery.WalArchive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho numbers backup`: takes a backup, proves one, keeps the write-ahead log.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Take an encrypted backup of database and home folder, read it back and check it.",
            "データベースとホームフォルダを暗号化してバックアップし、読み戻して検査します。",
            "Keys are not in it: keep the key ring and the key-encryption key apart.",
            "鍵は含まれません。鍵ストアと鍵暗号化鍵は別に保管してください。"
        },
        subcommands = {BackupCommand.Verify.class, BackupCommand.Wal.class})
final class BackupCommand implements Callable<Integer> {

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = {"Folder for backups; on another medium.", "バックアップ先のフォルダ（別の媒体）。"})
    private @Nullable Path to;

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var folder = to;
        if (folder == null) {
            throw new ParameterException(spec.commandLine(), "name the folder with --to / --to でフォルダを指定してください");
        }
        var out = spec.commandLine().getOut();
        try (var machine = Machine.start();
                var line = new ByteLine(out)) {
            var made = machine.part(Backups.class).make(machine.actor(options), folder, line);
            line.end();
            out.println(
                    options.json()
                            ? facts(made.verified())
                                    .put("file", made.file().toString())
                                    .put("bytes", made.backup().bytes())
                                    .end()
                            : "検査済み / verified: %s  %,d bytes"
                                    .formatted(made.file(), made.backup().bytes()));
            return ExitCode.DONE;
        }
    }

    private static JsonLine facts(VerifiedBackup verified) {
        return new JsonLine()
                .put("files", verified.files())
                .put("unpacked", verified.bytes())
                .put("end", verified.facts().end().toString())
                .put("record", verified.facts().auditSeq());
    }

    /// `bansho numbers backup verify`: needs the keys, no database.
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Decrypt a backup and hold every file in it against PostgreSQL’s checksums. Needs the keys, no database.",
                "バックアップを復号し、全ファイルを PostgreSQL のチェックサムと照合します。鍵だけが必要です。"
            })
    static final class Verify implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "backup / バックアップ")
        private Path file = Path.of("");

        @Option(
                names = "--json",
                description = {"Machine-readable output.", "機械可読な出力（JSON）。"})
        private boolean json;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            var out = spec.commandLine().getOut();
            try (var line = new ByteLine(out)) {
                var verified = Backups.verify(file, InstalledKeys.open(Home.ofEnvironment()), line);
                line.end();
                var facts = verified.facts();
                out.println(
                        json
                                ? facts(verified).end()
                                : """
                        無傷 / whole: %s
                          作成 / made       %s
                          サーバ / server    %s  PostgreSQL %s  timeline %d
                          ログ / log         %s - %s
                          記録 / record      %,d
                          ファイル / files    %,d  %,d bytes""".formatted(
                                                file.getFileName(),
                                                facts.madeAt(),
                                                facts.system(),
                                                facts.version(),
                                                facts.timeline(),
                                                facts.start(),
                                                facts.end(),
                                                facts.auditSeq(),
                                                verified.files(),
                                                verified.bytes()));
                return ExitCode.DONE;
            }
        }
    }

    /// `bansho numbers backup wal`: runs beside the server, day and night.
    @Command(
            name = "wal",
            mixinStandardHelpOptions = true,
            description = {
                "Archive the write-ahead log, encrypted, as it is written; runs until it is stopped.",
                "先行書込みログを書き込まれるそばから暗号化して保管します。停止するまで動き続けます。"
            })
    static final class Wal implements Callable<Integer> {

        private static final int AGAIN_SECONDS = 5;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "DIR",
                description = {"Folder of the archive; on another medium.", "保管先のフォルダ（別の媒体）。"})
        private Path to = Path.of("");

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() throws InterruptedException {
            var out = spec.commandLine().getOut();
            var home = Home.ofEnvironment();
            var archive = new WalArchive(home, InstalledKeys.open(home), to);
            var stop = new CountDownLatch(1);
            var stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                stop.countDown();
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            try {
                do {
                    try {
                        archive.run(stop, () -> out.println("保管中 / archiving: " + to));
                    } catch (SQLException e) {
                        out.println("サーバに接続できません。再試行します / no server, trying again (SQLSTATE " + e.getSQLState() + ")");
                    }
                } while (!stop.await(AGAIN_SECONDS, TimeUnit.SECONDS));
                return ExitCode.DONE;
            } finally {
                stopped.countDown();
            }
        }
    }
}
