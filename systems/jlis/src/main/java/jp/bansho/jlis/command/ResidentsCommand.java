package jp.bansho.jlis.command;

import java.nio.file.Path;
import java.util.Locale;
import jp.bansho.jlis.JlisMachine;
import jp.bansho.jlis.staff.Duty;
import jp.bansho.jlis.staff.StaffFile;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho jlis residents`.
@Command(
        name = "residents",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"The resident register.", "本人確認情報。"})
final class ResidentsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = {
                "Fill the empty register from a file: all of it or nothing.",
                "空の本人確認情報に一括登録します（全件登録または何もしない）。"
            })
    int load(
            @Parameters(
                            paramLabel = "FILE",
                            description = {"File of the layout residents.", "本人確認情報ファイル。"})
                    Path file,
            @Mixin Person person) {
        try (var machine = Machine.start(JlisMachine.class);
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var stamp = machine.part(StaffFile.class).stamp(person.name(), Duty.REGISTRAR);
            var loaded = new RegisterActs(machine, stamp).load(file, progress);
            progress.end();
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "residents %,d 人  dead 死亡 %,d 人  left 国外転出 %,d 人",
                            loaded.residents(),
                            loaded.dead(),
                            loaded.left()));
            return ExitCode.DONE;
        }
    }
}
