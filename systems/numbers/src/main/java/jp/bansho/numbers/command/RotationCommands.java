package jp.bansho.numbers.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.vault.Rotation;
import jp.bansho.numbers.vault.RotationOrder;
import jp.bansho.numbers.vault.Rotations;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeysRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The subcommands of `bansho numbers keys` that change keys while the machine works.
final class RotationCommands {

    private RotationCommands() {}

    /// `bansho numbers keys rotate`: begins a rotation, or goes on with the one that was begun, to its end.
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Change a key of an association while the machine works; run it again to go on after an interruption.",
                "業務を止めずに鍵を更新します。中断したときは同じコマンドで再開します。"
            })
    static final class Rotate implements Callable<Integer> {

        @Parameters(
                paramLabel = "PURPOSE",
                description = {"number-seal, number-index or pad-seal.", "鍵の用途。"})
        private String purpose = "";

        @Option(
                names = "--association",
                required = true,
                paramLabel = "CODE",
                description = {"Association, 1 to 99.", "構成組合コード。"})
        private int association;

        @Option(
                names = "--application",
                paramLabel = "NUMBER",
                description = {
                    "Approved application of the kind key-ceremony; only to begin.",
                    "承認済みの申請（鍵の管理作業）の番号。開始時のみ。"
                })
        private long application;

        @Option(
                names = "--share",
                paramLabel = "PERCENT",
                description = {
                    "How much of the time it may work, 1 to 100 (default: " + RotationOrder.GENTLE + ").",
                    "作業に使う時間の割合（既定 " + RotationOrder.GENTLE + "）。"
                })
        private int share = RotationOrder.GENTLE;

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Override
        public Integer call() {
            if (association < 1 || association > 99 || share < 1 || share > 100) {
                throw new CommandLine.ParameterException(
                        options.commandLine(), "--association: 1 to 99; --share: 1 to 100 / 値の範囲が正しくありません");
            }
            var key = purpose();
            try (var machine = Machine.start();
                    var progress = new RotationLine(options.commandLine().getErr())) {
                var order = new RotationOrder(machine.actor(options), key, association, application, share);
                var done = machine.part(Rotations.class).rotate(order, progress);
                progress.end();
                print(options.out(), options.json(), done);
                return ExitCode.DONE;
            }
        }

        private KeyPurpose purpose() {
            try {
                return KeyPurpose.of(purpose);
            } catch (KeysRefused e) {
                throw new CommandLine.ParameterException(
                        options.commandLine(), "number-seal, number-index, pad-seal / 用途が正しくありません", e);
            }
        }
    }

    /// `bansho numbers keys rotations`: how far each rotation got, with its proof.
    @Command(
            name = "rotations",
            mixinStandardHelpOptions = true,
            description = {"Rotations of keys, how far they got and what was proved.", "鍵の更新の状況と確認結果。"})
    static final class Overview implements Callable<Integer> {

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Override
        public Integer call() {
            try (var machine = Machine.start()) {
                machine.part(Rotations.class)
                        .newest(machine.actor(options), 100)
                        .forEach(rotation -> print(options.out(), options.json(), rotation));
                return ExitCode.DONE;
            }
        }
    }

    private static void print(PrintWriter out, boolean json, Rotation rotation) {
        if (json) {
            out.println(new JsonLine()
                    .put("rotation", rotation.id())
                    .put("oldKey", rotation.old().written())
                    .put("nextKey", rotation.next().written())
                    .put("phase", rotation.phase().word())
                    .put("done", rotation.done())
                    .put("total", rotation.total())
                    .put("leftOnOld", rotation.leftOnOld())
                    .put("actor", rotation.actor())
                    .put("started", rotation.startedAt().toString())
                    .end());
            return;
        }
        out.println("%d  %s → %s  %s  %s"
                .formatted(
                        rotation.id(),
                        rotation.old().written(),
                        rotation.next().written(),
                        rotation.phase().word(),
                        rotation.actor()));
        out.println(
                rotation.leftOnOld() < 0
                        ? String.format(Locale.ROOT, "   %,d / %,d", rotation.done(), rotation.total())
                        : String.format(
                                Locale.ROOT,
                                "   版 %1$d の残り rows on version %1$d: %2$,d / %3$,d",
                                rotation.from(),
                                rotation.leftOnOld(),
                                rotation.total()));
    }
}
