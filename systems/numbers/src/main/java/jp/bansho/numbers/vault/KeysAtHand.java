package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.seal.KeysRefused;
import org.jspecify.annotations.Nullable;

/// Lends keys for one recorded act of a person. That somebody asked while the key device was away is on record as well:
/// the key that signs the record is in memory from the start.
record KeysAtHand(KeyCabinet keys, Transactions transactions) {

    /// What is done with the keys.
    @FunctionalInterface
    interface Work<T> {
        Recorded<T> on(Connection connection, VaultKeys lent) throws SQLException;
    }

    private record Answer<T>(Optional<T> value, Optional<KeysRefused> away) {}

    /// @throws KeysRefused if the key device is away; recorded before
    <T> T recorded(
            Actor actor, int association, @Nullable Long subject, NumberAct act, String caseReference, Work<T> work) {
        var answer = transactions.<Answer<T>>recorded(actor.scopeOf(association), connection -> {
            try {
                var done = lent(connection, association, work);
                return new Recorded<>(new Answer<>(Optional.of(done.value()), Optional.empty()), done.entries());
            } catch (KeysRefused away) {
                if (!away.isOfTheDevice()) {
                    throw away;
                }
                var stamp = actor.stamp(association, null, subject, null);
                return new Recorded<>(
                        new Answer<>(Optional.empty(), Optional.of(away)),
                        List.of(new Entry(stamp, new VaultEvent.KeysAway(act.word(), caseReference))));
            }
        });
        return answer.value().orElseThrow(() -> answer.away().orElseThrow());
    }

    private <T> Recorded<T> lent(Connection connection, int association, Work<T> work) throws SQLException {
        var lent = keys.lend(association);
        try {
            return work.on(connection, lent);
        } finally {
            keys.giveBack(lent);
        }
    }
}
