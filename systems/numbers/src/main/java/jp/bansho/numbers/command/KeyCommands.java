package jp.bansho.numbers.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.keys.KeyCeremonies;
import jp.bansho.numbers.keys.KeyList;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.seal.KeyBackup;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The key ceremonies of a running installation.
final class KeyCommands {

    private KeyCommands() {}

    /// The application that is executed.
    static final class ApplicationOption {
        @Option(
                names = "--application",
                required = true,
                paramLabel = "NUMBER",
                description = {"The approved application for exactly this command.", "この作業と同一内容の承認済み申請の番号。"})
        private long number;
    }

    /// `bansho numbers keys list`.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "List keys, backups, and backups that would bring destroyed keys back.",
                "鍵とバックアップ、および破壊済みの鍵を含むバックアップの一覧。"
            })
    static final class ListKeys implements Callable<Integer> {

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Override
        public Integer call() {
            try (var machine = Machine.start()) {
                var list = machine.part(KeyCeremonies.class).list(machine.actor(options));
                var out = options.out();
                if (options.json()) {
                    list.keys()
                            .forEach(key -> out.println(new JsonLine()
                                    .put("purpose", key.name().purpose().word())
                                    .put("association", key.name().association())
                                    .put("version", key.name().version())
                                    .put("state", key.state())
                                    .end()));
                } else {
                    print(list, out);
                }
                return list.holding().isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
            }
        }

        private static void print(KeyList list, PrintWriter out) {
            out.println("鍵暗号化鍵 / key-encryption key: " + list.id());
            list.keys().forEach(key -> out.println("  %-24s %s".formatted(key.name(), key.state())));
            list.backups()
                    .forEach(backup -> out.println("バックアップ / backup %d  %s  %d/%d  %s  %s"
                            .formatted(
                                    backup.number(),
                                    backup.mark(),
                                    backup.needed(),
                                    backup.shares(),
                                    backup.madeAt(),
                                    backup.destroyedAt() == null
                                            ? "保管中 / kept"
                                            : "廃棄済み / destroyed " + backup.destroyedAt())));
            list.holding()
                    .forEach(holding -> out.println(
                            "警告 / warning: バックアップ %d は破壊済みの鍵を含み、廃棄した個人番号を復元できます / backup %d holds destroyed keys and undoes erasures: %s"
                                    .formatted(
                                            holding.number(),
                                            holding.number(),
                                            holding.destroyed().stream()
                                                    .map(KeyName::written)
                                                    .collect(Collectors.joining(", ")))));
        }
    }

    /// `bansho numbers keys back-up`.
    @Command(
            name = "back-up",
            mixinStandardHelpOptions = true,
            description = {
                "Write a backup of all keys, sealed under a key that is split into shares.",
                "全ての鍵のバックアップを書き出します。開封用の鍵は分散片に分けます。"
            })
    static final class BackUp implements Callable<Integer> {

        @Option(
                names = "--shares",
                required = true,
                paramLabel = "M/N",
                description = {"Any M of N shares open the backup, such as 3/5.", "N個の分散片のうちM個で開封できます（例: 3/5）。"})
        private String shares = "";

        @Option(
                names = "--to",
                required = true,
                paramLabel = "DIR",
                description = {"Folder for the backup and its shares; it must be there.", "出力先フォルダー。"})
        private Path to = Path.of("");

        @Mixin
        private ApplicationOption application = new ApplicationOption();

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Override
        public Integer call() {
            var plan = plan();
            try (var machine = Machine.start()) {
                var done = machine.part(KeyCeremonies.class)
                        .backUp(machine.actor(options), application.number, plan[0], plan[1], to);
                var out = options.out();
                if (options.json()) {
                    out.println(new JsonLine()
                            .put("backup", done.number())
                            .put("set", done.written().set())
                            .put("file", done.written().file().toString())
                            .put("keys", done.written().keys().size())
                            .end());
                } else {
                    out.println("バックアップ / backup " + done.number() + ": "
                            + done.written().file());
                    done.written().shares().forEach(share -> out.println("分散片 / share: " + share));
                    out.println("分散片を1人に1つ渡し、このフォルダーから消してください / give each share to one person, then remove it here");
                }
                return ExitCode.DONE;
            }
        }

        private int[] plan() {
            try {
                var parts = shares.split("/", -1);
                var plan = new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
                KeyBackup.requirePossible(plan[0], plan[1]);
                return plan;
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new StaffRefused(
                        "--shares wants M/N with 2 <= M <= N <= 20, such as 3/5",
                        "--shares は M/N（2 ≦ M ≦ N ≦ 20、例: 3/5）で指定してください");
            }
        }
    }

    /// `bansho numbers keys backup-destroyed`.
    @Command(
            name = "backup-destroyed",
            mixinStandardHelpOptions = true,
            description = {"Note that file and shares of a backup were destroyed.", "バックアップのファイルと分散片を廃棄したことを登録します。"})
    static final class BackupDestroyed implements Callable<Integer> {

        @Parameters(
                paramLabel = "BACKUP",
                description = {"Number of the backup in the register.", "バックアップの番号。"})
        private int backup;

        @Mixin
        private ApplicationOption application = new ApplicationOption();

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Override
        public Integer call() {
            try (var machine = Machine.start()) {
                machine.part(KeyCeremonies.class).backupDestroyed(machine.actor(options), application.number, backup);
                options.out().println("登録しました / noted");
                return ExitCode.DONE;
            }
        }
    }

    /// `bansho numbers keys move`.
    @Command(
            name = "move",
            mixinStandardHelpOptions = true,
            description = {
                "Wrap all keys by a new key-encryption key and destroy the old one.",
                "新しい鍵暗号化鍵で全ての鍵を包み直し、古い鍵暗号化鍵を破壊します。"
            })
    static final class Move implements Callable<Integer> {

        @Option(
                names = "--to",
                required = true,
                paramLabel = "PLACE",
                description = {"file or pkcs11.", "file（ファイル）または pkcs11（鍵装置）。"})
        private String to = "";

        @Mixin
        private ApplicationOption application = new ApplicationOption();

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Override
        public Integer call() {
            try (var machine = Machine.start()) {
                var moved = machine.part(KeyCeremonies.class).move(machine.actor(options), application.number, place());
                options.out().println("移動しました / moved: " + moved.destroyed() + " → " + moved.current());
                return ExitCode.DONE;
            }
        }

        private KeyPlace place() {
            try {
                return KeyPlace.of(to);
            } catch (IllegalArgumentException e) {
                throw new StaffRefused("--to wants file or pkcs11", "--to は file または pkcs11 を指定してください");
            }
        }
    }
}
