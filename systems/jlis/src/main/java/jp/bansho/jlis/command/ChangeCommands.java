package jp.bansho.jlis.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import jp.bansho.jlis.JlisMachine;
import jp.bansho.jlis.residents.EventKind;
import jp.bansho.jlis.residents.Happening;
import jp.bansho.jlis.residents.Happening.New;
import jp.bansho.jlis.staff.Duty;
import jp.bansho.jlis.staff.StaffFile;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The commands for one event of one resident. Who is meant, and what is new, is read from standard input.
abstract class ChangeCommands implements Callable<Integer> {

    private static final int NAME = 131;
    private static final int KANA = 201;
    private static final int ADDRESS = 300;

    private final EventKind kind;

    @Option(
            names = "--day",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = {"Day of the event.", "異動年月日。"})
    private LocalDate day = LocalDate.EPOCH;

    @Option(
            names = "--reason",
            paramLabel = "NN",
            description = {"Reason of the change, two digits (default: the usual one).", "異動事由コード（既定: 通常の事由）。"})
    private int reason;

    @Option(
            names = "--because",
            required = true,
            paramLabel = "TEXT",
            description = {"Why it is entered, for the record of use; names nobody.", "入力の理由（使用の記録に残ります。氏名等は書かないこと）。"})
    private String because = "";

    @Mixin
    private Person person = new Person();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private ChangeCommands(EventKind kind) {
        this.kind = kind;
    }

    New what(Typed typed) {
        return New.NOTHING;
    }

    @Override
    public Integer call() {
        try (var machine = Machine.start(JlisMachine.class)) {
            var stamp = machine.part(StaffFile.class).stamp(person.name(), Duty.REGISTRAR);
            var typed = new Typed(spec.commandLine().getErr());
            var code = typed.code();
            new RegisterActs(machine, stamp).one(new Happening(code, kind, day, reason, what(typed), null), because);
            spec.commandLine().getOut().println("entered / 登録しました");
            return ExitCode.DONE;
        }
    }

    /// `bansho jlis change-number` (C1).
    @Command(
            name = "change-number",
            mixinStandardHelpOptions = true,
            description = {"Give a resident a new number.", "個人番号を変更します（標準入力: 住民票コード）。"})
    static final class ChangeNumber extends ChangeCommands {
        ChangeNumber() {
            super(EventKind.NUMBER);
        }
    }

    /// `bansho jlis die`.
    @Command(
            name = "die",
            mixinStandardHelpOptions = true,
            description = {"Enter a death.", "死亡を登録します（標準入力: 住民票コード）。"})
    static final class Die extends ChangeCommands {
        Die() {
            super(EventKind.DIED);
        }
    }

    /// `bansho jlis leave`.
    @Command(
            name = "leave",
            mixinStandardHelpOptions = true,
            description = {"Enter that somebody left the country.", "国外転出を登録します（標準入力: 住民票コード）。"})
    static final class Leave extends ChangeCommands {
        Leave() {
            super(EventKind.LEFT);
        }
    }

    /// `bansho jlis move`.
    @Command(
            name = "move",
            mixinStandardHelpOptions = true,
            description = {"Enter a new address.", "住所の変更を登録します（標準入力: 住民票コード、市町村コード、住所）。"})
    static final class Move extends ChangeCommands {
        Move() {
            super(EventKind.MOVED);
        }

        @Override
        New what(Typed typed) {
            var municipality = typed.municipality();
            return new New("", "", typed.line("address", "住所", ADDRESS), municipality, 0, 0);
        }
    }

    /// `bansho jlis spell`.
    @Command(
            name = "spell",
            mixinStandardHelpOptions = true,
            description = {"Correct a name.", "氏名を修正します（標準入力: 住民票コード、氏名、かな）。"})
    static final class Spell extends ChangeCommands {
        Spell() {
            super(EventKind.SPELLED);
        }

        @Override
        New what(Typed typed) {
            var name = typed.line("name", "氏名", NAME);
            return new New(name, typed.line("name in kana", "かな", KANA), "", 0, 0, 0);
        }
    }
}
