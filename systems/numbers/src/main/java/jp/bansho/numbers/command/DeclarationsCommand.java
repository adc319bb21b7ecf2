package jp.bansho.numbers.command;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.numbers.cycle.Declarations;
import jp.bansho.numbers.intake.Intake;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho numbers declarations …`: next year's declarations of dependants, in October (N9): compared,
/// then registered.
@Command(
        name = "declarations",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Next year’s declarations of dependants: compare, then register.", "翌年分の扶養親族等申告書の比較と登録。"})
final class DeclarationsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = {
                "Count what the file would change: same, changed, new, gone. Registers nothing.",
                "登録済みの番号と比較し、件数を表示します（登録はしません）。"
            })
    int compare(@Mixin Order order, @Mixin ActorOptions options) {
        var out = spec.commandLine().getOut();
        try (var machine = Machine.start()) {
            var comparison = machine.part(Declarations.class)
                    .compare(machine.actor(options), order.association, order.file, order.year);
            out.println(
                    options.json()
                            ? new JsonLine()
                                    .put("lines", comparison.lines())
                                    .put("same", comparison.same())
                                    .put("changed", comparison.changed())
                                    .put("new", comparison.fresh())
                                    .put("unclear", comparison.unclear())
                                    .put("gone", comparison.gone())
                                    .end()
                            : "行 / rows %,d  同じ / same %,d  番号変更 / changed %,d  新規 / new %,d  要確認 / unclear %,d  申告なし / gone %,d"
                                    .formatted(
                                            comparison.lines(),
                                            comparison.same(),
                                            comparison.changed(),
                                            comparison.fresh(),
                                            comparison.unclear(),
                                            comparison.gone()));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            description = {
                "Register a file that was compared: new people; changed numbers wait for a decision.",
                "比較済みのファイルを登録します（番号の変更は決定待ちになります）。"
            })
    int register(
            @Mixin Order order,
            @Option(
                            names = "--deadline",
                            paramLabel = "YYYY-MM-DD",
                            description = {
                                "Submission deadline of the declarations in the file; ends their period (R1).",
                                "申告書の提出期限（保存期間の起算に使います）。"
                            })
                    @Nullable
                    LocalDate deadline,
            @Mixin ActorOptions options) {
        var out = spec.commandLine().getOut();
        try (var machine = Machine.start();
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var actor = machine.actor(options);
            var sheet = machine.part(Declarations.class)
                    .register(actor, order.association, order.file, order.year, deadline, progress);
            progress.end();
            return IntakeReport.print(out, options.json(), sheet, machine.part(Intake.class), actor);
        }
    }

    /// Which file of which year.
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
                names = "--year",
                required = true,
                paramLabel = "YEAR",
                description = {"The year the declarations are about: the next one.", "申告書の対象年（翌年）。"})
        private int year;
    }
}
