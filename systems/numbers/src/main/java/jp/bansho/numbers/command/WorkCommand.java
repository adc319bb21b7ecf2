package jp.bansho.numbers.command;

import java.util.concurrent.Callable;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.intake.Intake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho numbers work`: what waits for a person.
@Command(
        name = "work",
        mixinStandardHelpOptions = true,
        description = {"The work list: what waits for a person.", "要処理一覧。"})
final class WorkCommand implements Callable<Integer> {

    @Option(
            names = "--association",
            required = true,
            paramLabel = "CODE",
            description = {"Association, 1 to 99.", "構成組合コード。"})
    private int association;

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var machine = Machine.start()) {
            var actor = machine.actor(options);
            for (var item : machine.part(Intake.class).openWork(actor, association, 1000)) {
                out.println(
                        options.json()
                                ? new JsonLine()
                                        .put("item", item.id())
                                        .put("job", item.job())
                                        .put("line", item.line())
                                        .put("reason", item.reason().word())
                                        .put("userNumber", item.echoKey())
                                        .put("opened", item.openedAt().toString())
                                        .end()
                                : "%8d  %s (%s)  利用番号 %s  job %d 行 %d"
                                        .formatted(
                                                item.id(),
                                                item.reason().japanese(),
                                                item.reason().word(),
                                                item.echoKey(),
                                                item.job(),
                                                item.line()));
            }
        }
        return ExitCode.DONE;
    }
}
