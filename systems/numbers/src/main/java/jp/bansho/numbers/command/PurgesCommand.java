package jp.bansho.numbers.command;

import java.util.concurrent.Callable;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.purge.Purges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bansho numbers purges`: the purges of old records' details (L6) with their counts, for operators. Ordering and
/// approving is done at the terminals of the organisations.
@Command(
        name = "purges",
        mixinStandardHelpOptions = true,
        description = {
            "Show the purges of old records’ details; they are ordered and approved at the terminals.",
            "使用の記録の詳細の消去の状況を表示します。申請と承認は業務端末で行います。"
        })
final class PurgesCommand implements Callable<Integer> {

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var machine = Machine.start()) {
            var out = spec.commandLine().getOut();
            var broken = false;
            for (var run : machine.part(Purges.class).all(machine.actor(options))) {
                broken |= run.unfinished();
                out.println(
                        options.json()
                                ? new JsonLine()
                                        .put("organisation", run.organisation())
                                        .put("application", run.application())
                                        .put("records", run.expected())
                                        .put("purged", run.purged())
                                        .put("finished", run.finishedAt() != null)
                                        .end()
                                : "組織 / organisation %d: 申請 / application %d  %s より前 / before  消去 / purged %,d / %,d  %s"
                                        .formatted(
                                                run.organisation(),
                                                run.application(),
                                                run.before(),
                                                run.purged(),
                                                run.expected(),
                                                run.finishedAt() == null ? "未完了 / not finished" : "完了 / finished"));
            }
            return broken ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE;
        }
    }
}
