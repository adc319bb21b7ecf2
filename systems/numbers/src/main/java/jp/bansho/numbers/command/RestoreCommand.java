package jp.bansho.numbers.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.concurrent.Callable;
import jp.bansho.machine.AuditParts;
import jp.bansho.machine.Home;
import jp.bansho.machine.InstalledKeys;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.recovery.Homecoming;
import jp.bansho.numbers.recovery.Restoration;
import jp.bansho.numbers.recovery.RestoreOrder;
import jp.bansho.numbers.recovery.RestoreOrder.Administrator;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.vault.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `bansho numbers restore`: brings a backup back, in two steps with the operator's own between them; and practises it.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Step 1 of 2: check a backup, unpack it into a new folder, add the log, recover, compare with the record.",
            "手順1/2: バックアップを検査し、新しいフォルダに展開、ログを加えて復旧し、記録と照合します。",
            "Step 2, with the restored server in service / 手順2: restore finish"
        },
        subcommands = {RestoreCommand.Finish.class, RestoreCommand.Drill.class})
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private Source source = new Source();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = {"The new database folder; must not hold anything.", "新しいデータベースフォルダ（空であること）。"})
    private @Nullable Path to;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var folder = to;
        if (folder == null) {
            throw new ParameterException(spec.commandLine(), "name the new folder with --to / --to で新しいフォルダを指定してください");
        }
        var out = spec.commandLine().getOut();
        var home = Home.ofEnvironment();
        try (var line = new ByteLine(out)) {
            var order = source.into(spec, folder.toAbsolutePath().normalize());
            var restored = new Restoration(home, InstalledKeys.open(home), line).restore(order);
            Homecoming.note(home, restored);
            line.end();
            out.println(RestoreReport.of(restored, order.to()));
            return restored.recovered().filter(r -> r.gap().lost() > 0).isPresent()
                    ? ExitCode.DONE_WITH_FINDINGS
                    : ExitCode.DONE;
        }
    }

    /// A moment: with an offset, or in Japan's time.
    static final class Moment implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String value) {
            try {
                return value.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                        ? OffsetDateTime.parse(value).toInstant()
                        : LocalDateTime.parse(value)
                                .atZone(ZoneId.of("Asia/Tokyo"))
                                .toInstant();
            } catch (RuntimeException e) {
                throw new TypeConversionException("2026-11-22T16:30:00 or 2026-11-22T07:30:00Z");
            }
        }
    }

    /// What all ways of restoring take.
    static final class Source {

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "backup / バックアップ")
        private @Nullable Path file;

        @Option(
                names = "--wal",
                paramLabel = "DIR",
                description = {"Folder of the archived write-ahead log.", "先行書込みログの保管フォルダ。"})
        private @Nullable Path wal;

        @Option(
                names = "--until",
                paramLabel = "TIME",
                converter = Moment.class,
                description = {"Recover to this moment (Japan’s time unless it says otherwise).", "この時刻まで復旧（既定: 日本時間）。"
                })
        private @Nullable Instant until;

        @Option(
                names = "--postgres",
                paramLabel = "DIR",
                defaultValue = "${env:BANSHO_POSTGRES}",
                description = {
                    "Folder of PostgreSQL’s programs: recover and check at once (default: BANSHO_POSTGRES).",
                    "PostgreSQL のプログラムのフォルダ。その場で復旧・検査します（既定: BANSHO_POSTGRES）。"
                })
        private @Nullable Path postgres;

        RestoreOrder into(CommandSpec spec, Path folder) {
            if (file == null) {
                throw new ParameterException(spec.commandLine(), "name the backup / バックアップのファイルを指定してください");
            }
            return new RestoreOrder(
                    file.toAbsolutePath(),
                    folder,
                    wal,
                    until,
                    postgres == null || postgres.toString().isEmpty() ? null : postgres,
                    new Administrator(environment("BANSHO_DB_USER"), environment("BANSHO_DB_PASSWORD")));
        }

        private static String environment(String name) {
            var value = System.getenv(name);
            return value == null ? "" : value;
        }
    }

    /// `bansho numbers restore finish`: step two, when the restored server is in service.
    @Command(
            name = "finish",
            mixinStandardHelpOptions = true,
            description = {
                "Step 2: with database.properties leading to the restored server: compare, record, rebuild the index.",
                "手順2: database.properties を復元したサーバに向けた後、照合・記録し、個人番号索引を再構築します。"
            })
    static final class Finish implements Callable<Integer> {

        @Option(
                names = "--accept-loss",
                paramLabel = "RECORDS",
                defaultValue = "0",
                description = {"Go on although exactly so many records of use are lost.", "使用の記録がこの件数だけ失われたことを認めて続行します。"
                })
        private long accepted;

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() throws SQLException {
            var out = spec.commandLine().getOut();
            var gap = Homecoming.accept(
                    Home.ofEnvironment(),
                    AuditParts.ofEnvironment(),
                    accepted,
                    Clock.systemUTC().instant());
            try (var machine = Machine.start()) {
                var operator = machine.actor(options);
                machine.part(Homecoming.class).record(operator, gap);
                for (var association :
                        machine.part(Organisations.class).associations().keySet()) {
                    // the machine's own work, ordered by the operator, who sees nothing of it
                    var worker = new Actor(operator.name(), Role.FEDERATION, 0, operator.capacity());
                    var numbers = machine.part(Vault.class).rebuildIndex(worker, association);
                    out.println("索引 / index %02d: %s"
                            .formatted(association, numbers < 0 ? "正常 / whole" : "%,d".formatted(numbers)));
                }
                out.println("復元完了 / restored: 記録 / record %,d  損失 / lost %,d".formatted(gap.database(), gap.lost()));
                return ExitCode.DONE;
            }
        }
    }

    /// `bansho numbers restore drill`: the same for practice; nothing stays.
    @Command(
            name = "drill",
            mixinStandardHelpOptions = true,
            description = {
                "Practise: restore into a temporary folder, compare with the record, say how long it took, remove it.",
                "訓練: 一時フォルダに復元して記録と照合し、所要時間を表示して削除します。月に一度実行してください。"
            })
    static final class Drill implements Callable<Integer> {

        @Mixin
        private Source source = new Source();

        @Option(
                names = "--in",
                paramLabel = "DIR",
                description = {"Where the temporary folder is made.", "一時フォルダを作る場所。"})
        private @Nullable Path in;

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            var out = spec.commandLine().getOut();
            var folder = in == null
                    ? Files.createTempDirectory("restore-drill")
                    : Files.createTempDirectory(Files.createDirectories(in), "restore-drill");
            try (var machine = Machine.start();
                    var line = new ByteLine(out)) {
                var restored = machine.part(Homecoming.class)
                        .practise(machine.actor(options), source.into(spec, folder.resolve("data")), line);
                line.end();
                out.println(RestoreReport.ofDrill(restored));
                return ExitCode.DONE;
            } finally {
                remove(folder);
            }
        }

        private static void remove(Path folder) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the temporary folder could not be removed", e);
            }
        }
    }
}
