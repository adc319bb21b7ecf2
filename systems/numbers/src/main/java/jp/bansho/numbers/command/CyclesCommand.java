package jp.bansho.numbers.command;

import java.util.concurrent.Callable;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.cycle.Cycle;
import jp.bansho.numbers.cycle.Cycles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bansho numbers cycles`: the rounds of the repeated duties (N8, N9) with their counts, for operators.
@Command(
        name = "cycles",
        mixinStandardHelpOptions = true,
        description = {
            "The rounds of the odd-month inquiry and of next year’s declarations; counts only.",
            "奇数月の生存照会と翌年分の扶養親族等申告書の回の状況（件数のみ）。"
        })
final class CyclesCommand implements Callable<Integer> {

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var machine = Machine.start()) {
            for (var cycle : machine.part(Cycles.class).all(machine.actor(options))) {
                spec.commandLine().getOut().println(options.json() ? json(cycle) : paper(cycle));
            }
        }
        return ExitCode.DONE;
    }

    private static String json(Cycle cycle) {
        var counts = cycle.counts();
        return new JsonLine()
                .put("association", cycle.association())
                .put("duty", cycle.duty().sort().word())
                .put("month", cycle.duty().month().toString())
                .put("open", cycle.open())
                .put("asked", counts.asked())
                .put("unchanged", counts.unchanged())
                .put("registered", counts.registered())
                .put("changed", counts.changed())
                .put("died", counts.died())
                .put("outOfScope", counts.outOfScope())
                .put("unclear", counts.unclear())
                .put("unanswered", counts.unanswered())
                .put("waiting", counts.waiting())
                .end();
    }

    private static String paper(Cycle cycle) {
        var counts = cycle.counts();
        return "組合 %2d  %-12s %s  %s  照会 %,d  変更なし %,d  新規 %,d  番号変更 %,d  死亡 %,d  対象外 %,d  不明 %,d  未回答 %,d  未決定 %,d"
                .formatted(
                        cycle.association(),
                        cycle.duty().sort().word(),
                        cycle.duty().month(),
                        cycle.open() ? "受付中 / open" : "締切 / closed",
                        counts.asked(),
                        counts.unchanged(),
                        counts.registered(),
                        counts.changed(),
                        counts.died(),
                        counts.outOfScope(),
                        counts.unclear(),
                        counts.unanswered(),
                        counts.waiting());
    }
}
