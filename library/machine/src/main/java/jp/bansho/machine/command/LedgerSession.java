package jp.bansho.machine.command;

import java.io.PrintWriter;
import jp.bansho.machine.LedgerDesk;
import jp.bansho.machine.Machine;
import jp.bansho.machine.MediaAlarm;
import jp.bansho.machine.Refused;
import jp.bansho.machine.Transactions;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.media.ledger.Medium;
import org.jspecify.annotations.Nullable;

/// One command at the ledger of media: the running machine, who acts, and where the answer goes.
final class LedgerSession implements AutoCloseable {

    private final Machine machine;
    private final LedgerPeople people;
    private final PrintWriter out;
    private final LedgerDesk desk;

    LedgerSession(Machine machine, LedgerPeople people, PrintWriter out) {
        this.machine = machine;
        this.people = people;
        this.out = out;
        desk = new LedgerDesk(
                machine.part(Transactions.class), machine.part(Ledger.class), machine.part(MediaAlarm.class));
    }

    LedgerDesk desk() {
        return desk;
    }

    Ledger ledger() {
        return desk.ledger();
    }

    Actor doer() {
        return people.doer(machine);
    }

    /// The second person; whoever cannot be one is refused, and the refusal is on record.
    @Nullable
    Actor witness(Actor doer, String step) {
        try {
            return people.witness(machine);
        } catch (Refused refused) {
            desk.refused(doer, step, refused.reason());
            throw refused;
        }
    }

    <T> T part(Class<T> type) {
        return machine.part(type);
    }

    /// A step of two people with a medium that is somewhere else afterwards.
    int moves(String called, String step, LedgerDesk.MediumStepOfTwo<Medium> move) {
        var doer = doer();
        var medium = desk.with(doer, witness(doer, step), called, step, move);
        return say(
                new JsonLine()
                        .put("medium", medium.owner() + "/" + medium.number())
                        .put("state", medium.state().word()),
                medium.owner() + "/" + medium.number() + "  " + medium.state().japanese() + " / "
                        + medium.state().word());
    }

    /// The answer, for a program or for people.
    int say(JsonLine json, String words) {
        out.println(people.json() ? json.end() : words);
        return ExitCode.DONE;
    }

    /// What the machine's alarm said.
    void say(MediaAlarm.@Nullable Raised raised) {
        if (raised != null) {
            out.println(
                    people.json()
                            ? new JsonLine().put("alarm", raised.english()).end()
                            : raised.message());
        }
    }

    @Override
    public void close() {
        machine.close();
    }
}
