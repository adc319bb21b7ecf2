package jp.bansho.numbers.command;

import java.util.concurrent.Callable;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.incident.ChainWatch;
import jp.bansho.numbers.inspection.LogCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bansho numbers logcheck`: holds the rules against the record of use (L5), for every organisation; meant for the
/// night. It verifies the chain as well, and a break opens an incident at once (S6). It prints counts; what was found
/// is on the auditors' screens alone.
@Command(
        name = "logcheck",
        mixinStandardHelpOptions = true,
        description = {
            "Check the record of use for improper access; prints counts, auditors see the findings on screen.",
            "使用の記録を点検します。表示は件数だけで、指摘は監査担当者の画面に出ます。"
        })
final class LogCheckCommand implements Callable<Integer> {

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var machine = Machine.start()) {
            var runs = machine.part(LogCheck.class).runAll(machine.actor(options));
            var out = spec.commandLine().getOut();
            runs.forEach((organisation, run) -> out.println(
                    options.json()
                            ? new JsonLine()
                                    .put("organisation", organisation)
                                    .put("records", run.records())
                                    .put("findings", run.hits())
                                    .put("new", run.added())
                                    .end()
                            : "組織 / organisation %d: 記録 / records %,d  指摘 / findings %,d  新規 / new %,d"
                                    .formatted(organisation, run.records(), run.hits(), run.added())));
            var chain = machine.part(ChainWatch.class).look();
            out.println(
                    options.json()
                            ? new JsonLine()
                                    .put("chain", chain.records())
                                    .put("sound", chain.sound())
                                    .end()
                            : "連鎖 / chain: 記録 / records %,d  %s"
                                    .formatted(
                                            chain.records(),
                                            chain.sound() ? "改ざんなし / sound" : "改ざんの疑い、事故を登録 / NOT SOUND, an incident"));
            if (!chain.sound()) {
                return ExitCode.NOT_SOUND;
            }
            return runs.values().stream().anyMatch(run -> run.added() > 0)
                    ? ExitCode.DONE_WITH_FINDINGS
                    : ExitCode.DONE;
        }
    }
}
