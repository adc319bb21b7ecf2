package jp.bansho.numbers.keys;

import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Home;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.installation.KeyRestore;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Puts on record at the next start what was restored while no database was there to keep a record.
@Component
class RestoreNotes implements SmartInitializingSingleton {

    private final Home home;
    private final Transactions transactions;

    RestoreNotes(Home home, Transactions transactions) {
        this.home = home;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var note : KeyRestore.notes(home)) {
            var stamp = new Stamp(Actor.SYSTEM, note.by(), Role.OPERATOR.word(), null, null, null, null);
            var event = new KeyEvent.KeysRestored(note.set(), note.by(), note.with(), note.keys(), note.leftOut());
            transactions.recorded(new Scope.Operator(), _ -> new Recorded<>(event, List.of(new Entry(stamp, event))));
        }
        KeyRestore.recorded(home);
    }
}
