package jp.bansho.jlis.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
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

/// `bansho jlis events`.
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = {
            "Take in a file of events: numbers changed, deaths, moves, names, leavings. All of it or nothing.",
            "異動ファイル（個人番号の変更・死亡・転居・氏名の修正・国外転出）を一括で反映します（全件または何もしない）。"
        })
final class EventsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = {"File of the layout resident-events.", "異動ファイル。"})
    private Path file = Path.of("");

    @Mixin
    private Person person = new Person();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var machine = Machine.start(JlisMachine.class);
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var stamp = machine.part(StaffFile.class).stamp(person.name(), Duty.REGISTRAR);
            var done = new RegisterActs(machine, stamp).events(file, progress);
            progress.end();
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "events %,d 件: numbers 番号変更 %,d  deaths 死亡 %,d  moves 住所 %,d  names 氏名 %,d  left 国外転出 %,d",
                            done.all(),
                            done.numbers(),
                            done.deaths(),
                            done.moves(),
                            done.spellings(),
                            done.leavings()));
            return ExitCode.DONE;
        }
    }
}
