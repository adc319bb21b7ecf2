package jp.bansho.jlis.command;

import java.util.concurrent.Callable;
import jp.bansho.jlis.JlisMachine;
import jp.bansho.jlis.inquiry.Inquiries;
import jp.bansho.jlis.residents.Residents;
import jp.bansho.jlis.staff.Duty;
import jp.bansho.jlis.staff.StaffFile;
import jp.bansho.jlis.store.Scope;
import jp.bansho.machine.Machine;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bansho jlis status`.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {"Counts of the register and of the inquiries, as JSON.", "登録・照会の件数を表示します（JSON）。"})
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Person person = new Person();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var machine = Machine.start(JlisMachine.class)) {
            machine.part(StaffFile.class).stamp(person.name(), Duty.OPERATOR);
            var transactions = machine.part(Transactions.class);
            var register = transactions.read(Scope.WATCH, machine.part(Residents.class)::counts);
            var asked = transactions.read(Scope.WATCH, machine.part(Inquiries.class)::counts);
            var line = new JsonLine()
                    .put("residents", register.residents())
                    .put("dead", register.dead())
                    .put("left", register.left())
                    .put("earlierStates", register.former())
                    .put("numbersChanged", register.changed())
                    .put("batches", asked.batches())
                    .put("inquiries", asked.inquiries())
                    .put("found", asked.found())
                    .put("noHit", asked.noHit())
                    .put("several", asked.several())
                    .put("inError", asked.inError())
                    .put("answersKept", asked.kept());
            spec.commandLine().getOut().println(line.end());
            return ExitCode.DONE;
        }
    }
}
