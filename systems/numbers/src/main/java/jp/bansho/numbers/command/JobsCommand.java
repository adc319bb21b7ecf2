package jp.bansho.numbers.command;

import jp.bansho.machine.Transactions;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho numbers jobs`: what was run, and going on with what stopped.
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = {"Jobs: list them, see their rows, resume one.", "ジョブの一覧・行の結果・再開。"})
final class JobsCommand implements Runnable {

    @Option(
            names = "--association",
            paramLabel = "CODE",
            description = {"Association; without it, the federation's own jobs.", "構成組合コード。省略時は連合会のジョブ。"})
    private @Nullable Integer association;

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        try (var machine = Machine.start()) {
            var scope = scope(machine.actor(options), association);
            for (var job : machine.part(Jobs.class).newest(scope, 100)) {
                spec.commandLine().getOut().println(options.json() ? json(job) : paper(job));
            }
        }
    }

    @Command(
            name = "rows",
            mixinStandardHelpOptions = true,
            description = {"Rows of a job that were not simply registered.", "要確認の行。"})
    int rows(
            @Parameters(paramLabel = "ID", description = "job / ジョブ番号") long id,
            @Option(
                            names = "--association",
                            required = true,
                            paramLabel = "CODE",
                            description = "association / 構成組合コード")
                    int code,
            @Mixin ActorOptions actorOptions) {
        var out = spec.commandLine().getOut();
        try (var machine = Machine.start()) {
            var actor = machine.actor(actorOptions);
            for (var finding : machine.part(Intake.class).findings(actor, code, id, 1_000_000)) {
                if (actorOptions.json()) {
                    out.println(new JsonLine()
                            .put("line", finding.line())
                            .put("outcome", finding.outcome().word())
                            .put("rule", finding.rule())
                            .put("column", finding.column())
                            .put("userNumber", finding.echoKey() == null ? "" : finding.echoKey())
                            .end());
                } else {
                    IntakeReport.print(out, finding);
                }
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = {"Go on with a job that stopped.", "中断したジョブを再開します。"})
    int resume(
            @Parameters(paramLabel = "ID", description = "job / ジョブ番号") long id,
            @Option(names = "--association", paramLabel = "CODE", description = "association / 構成組合コード") @Nullable
                    Integer code,
            @Mixin ActorOptions actorOptions) {
        var out = spec.commandLine().getOut();
        try (var machine = Machine.start();
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var actor = machine.actor(actorOptions);
            var scope = scope(actor, code);
            var job = machine.part(Transactions.class)
                    .read(scope, connection -> machine.part(Jobs.class).load(connection, id));
            if (job.options().startsWith("output=")) {
                throw new StaffRefused(
                        "this output is resumed with: taxfile resume "
                                + job.options().substring(7),
                        "この出力は taxfile resume " + job.options().substring(7) + " で再開してください");
            }
            if (job.association() == null) {
                throw new StaffRefused("a job of the federation is not resumed like this", "連合会のジョブは、この方法では再開できません");
            }
            var intake = machine.part(Intake.class);
            var sheet = intake.resume(actor, job.association(), id, progress);
            progress.end();
            return IntakeReport.print(out, actorOptions.json(), sheet, intake, actor);
        }
    }

    private static Scope scope(Actor actor, @Nullable Integer association) {
        if (association != null) {
            return actor.scopeOf(association);
        }
        return actor.role() == Role.OPERATOR ? new Scope.Operator() : actor.federationScope();
    }

    private static String paper(Job job) {
        return "%6d  %-11s  %-8s  構成組合 %s  %s  %s  %s"
                .formatted(
                        job.id(),
                        job.kind().word(),
                        job.state(),
                        job.association() == null ? "-" : job.association(),
                        job.startedAt(),
                        job.actor(),
                        job.sourceName());
    }

    private static String json(Job job) {
        return new JsonLine()
                .put("job", job.id())
                .put("kind", job.kind().word())
                .put("state", job.state())
                .put("association", job.association() == null ? 0 : job.association())
                .put("started", job.startedAt().toString())
                .put("actor", job.actor())
                .put("file", job.sourceName())
                .end();
    }
}
