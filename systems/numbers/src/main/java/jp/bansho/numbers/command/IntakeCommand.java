package jp.bansho.numbers.command;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho numbers intake …`: bulk registration (N4, N5, N1).
@Command(
        name = "intake",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Register a file in bulk.", "ファイルの一括登録。"})
final class IntakeCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "results",
            mixinStandardHelpOptions = true,
            description = {"The identity-inquiry result file.", "本人確認情報照会結果ファイル。"})
    int results(@Mixin Order order, @Mixin ActorOptions actor) {
        return run(JobKind.RESULTS, order, actor, null);
    }

    @Command(
            name = "dependants",
            mixinStandardHelpOptions = true,
            description = {"The dependants file.", "扶養控除対象者ファイル。"})
    int dependants(
            @Mixin Order order,
            @Mixin ActorOptions actor,
            @Option(
                            names = "--deadline",
                            paramLabel = "YYYY-MM-DD",
                            description = {
                                "Submission deadline of the declarations in the file; ends their period (R1).",
                                "申告書の提出期限（保存期間の起算に使います）。"
                            })
                    @Nullable
                    LocalDate deadline) {
        return run(JobKind.DEPENDANTS, order, actor, deadline);
    }

    @Command(
            name = "identifiers",
            mixinStandardHelpOptions = true,
            description = {"Further identifiers of people; no numbers.", "利用番号等（個人番号を含まない）。"})
    int identifiers(@Mixin Order order, @Mixin ActorOptions actor) {
        return run(JobKind.IDENTIFIERS, order, actor, null);
    }

    private int run(JobKind kind, Order order, ActorOptions options, @Nullable LocalDate deadline) {
        var out = spec.commandLine().getOut();
        try (var machine = Machine.start();
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var actor = machine.actor(options);
            var intake = machine.part(Intake.class);
            var sheet = intake.run(
                    new IntakeOrder(
                            kind,
                            actor,
                            Purpose.of(order.purpose),
                            order.association,
                            order.file,
                            order.again,
                            deadline),
                    progress);
            progress.end();
            return IntakeReport.print(out, options.json(), sheet, intake, actor);
        }
    }

    /// What is to be registered.
    static final class Order {

        @Parameters(
                paramLabel = "FILE",
                description = {"The file.", "ファイル。"})
        private Path file = Path.of("");

        @Option(
                names = "--association",
                required = true,
                paramLabel = "CODE",
                description = {"Association, 1 to 99.", "構成組合コード。"})
        private int association;

        @Option(
                names = "--purpose",
                required = true,
                paramLabel = "PURPOSE",
                description = {"Purpose of use; an unknown one lists all.", "利用目的。誤った語を指定すると一覧を表示します。"})
        private String purpose = "";

        @Option(
                names = "--again",
                description = {"Run although the very same file was worked off before.", "処理済みの同じファイルを再処理する。"})
        private boolean again;
    }
}
