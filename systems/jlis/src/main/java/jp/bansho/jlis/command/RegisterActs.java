package jp.bansho.jlis.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.jlis.residents.Happened;
import jp.bansho.jlis.residents.Happening;
import jp.bansho.jlis.residents.Loaded;
import jp.bansho.jlis.residents.Residents;
import jp.bansho.jlis.residents.ResidentsEvent;
import jp.bansho.jlis.residents.ResidentsEvent.EventsTaken;
import jp.bansho.jlis.residents.ResidentsEvent.RegisterLoaded;
import jp.bansho.jlis.residents.ResidentsEvent.RegisterUnchanged;
import jp.bansho.jlis.residents.ResidentsEvent.ResidentChanged;
import jp.bansho.jlis.store.Scope;
import jp.bansho.machine.Machine;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Refused;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.machine.Transactions.Work;

/// Changes of the register, each in one transaction with its record; a refusal is recorded as well.
final class RegisterActs {

    private final Transactions transactions;
    private final Residents residents;
    private final Stamp stamp;

    RegisterActs(Machine machine, Stamp stamp) {
        this.transactions = machine.part(Transactions.class);
        this.residents = machine.part(Residents.class);
        this.stamp = stamp;
    }

    Loaded load(Path file, Progress progress) {
        return act("residents", connection -> {
            var loaded = residents.load(connection, file, progress);
            return recorded(stamp, loaded, new RegisterLoaded(loaded.residents(), loaded.dead(), loaded.left()));
        });
    }

    Happened events(Path file, Progress progress) {
        return act("resident-events", connection -> {
            var done = residents.happen(connection, file, progress);
            var event = new EventsTaken(done.numbers(), done.deaths(), done.moves(), done.spellings(), done.leavings());
            return recorded(stamp, done, event);
        });
    }

    void one(Happening event, String because) {
        act(event.kind().name(), connection -> {
            var resident = residents.happen(connection, event);
            var changed = new ResidentChanged(event.kind(), event.day(), event.reason(), because);
            return recorded(stamp.about(resident), resident, changed);
        });
    }

    private <T> T act(String what, Work<Recorded<T>> work) {
        try (var connection = transactions.connection()) {
            return transactions.bulk(connection, Scope.REGISTRAR, work);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } catch (Refused refused) {
            transactions.recorded(
                    Scope.REGISTRAR, _ -> recorded(stamp, true, new RegisterUnchanged(what, refused.reason())));
            throw refused;
        }
    }

    private static <T> Recorded<T> recorded(Stamp stamp, T value, ResidentsEvent event) {
        return new Recorded<>(value, List.of(new Entry(stamp, event)));
    }
}
