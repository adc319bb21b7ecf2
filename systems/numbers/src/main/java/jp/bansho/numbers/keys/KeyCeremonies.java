package jp.bansho.numbers.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.bansho.access.Answer;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyHolders;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import jp.bansho.seal.KeyBackup;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPlace;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeysRefused;
import org.springframework.stereotype.Component;

/// Where operators carry out what was applied for and approved as a key ceremony: exactly the command that stands in
/// the application, once. The approval is used up and the record is written before a key is touched, so that no backup
/// and no move is unknown; what fails afterwards is on record as well. Duties S1, A7.
@Component
public class KeyCeremonies {

    private final KeyRing ring;
    private final Home home;
    private final ApprovalDesk approvals;
    private final Transactions transactions;
    private final Clock clock;

    KeyCeremonies(KeyRing ring, Home home, ApprovalDesk approvals, Transactions transactions, Clock clock) {
        this.ring = ring;
        this.home = home;
        this.approvals = approvals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A backup that was made.
    ///
    /// @param number in the register
    public record BackedUp(int number, KeyBackup.Written written) {}

    /// All keys, and whether a backup would bring destroyed ones back.
    public KeyList list(Actor actor) {
        requireOperator(actor);
        return transactions.read(new Scope.Operator(), connection -> {
            var keys = new TreeMap<KeyName, String>();
            ring.names().forEach(name -> keys.put(name, "new"));
            states(connection).forEach((name, state) -> keys.merge(name, state, (_, known) -> known));
            var lines = new ArrayList<KeyList.Key>();
            var here = ring.names();
            keys.forEach((name, state) -> lines.add(new KeyList.Key(name, here.contains(name) ? state : "missing")));
            var id = ring.keyEncryptionId();
            return new KeyList(
                    KeyPlace.holding(id),
                    id,
                    lines,
                    KeyBackups.all(connection),
                    KeyBackups.holdingDestroyed(connection));
        });
    }

    /// Writes a backup of all keys and its shares into a folder (payload `keys back-up <needed>/<of>`).
    public BackedUp backUp(Actor actor, long application, int needed, int of, Path folder) {
        requireOperator(actor);
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new StaffRefused(
                    "the folder for the key backup is not there or cannot be written", "鍵のバックアップの出力先フォルダーがないか、書き込めません");
        }
        KeyBackup.requirePossible(needed, of);
        var set = KeyBackup.newSet();
        var keys = ring.names();
        var number = execute(actor, application, "keys back-up " + needed + "/" + of, connection -> {
            var entered =
                    KeyBackups.enter(connection, set, clock.instant(), actor.name(), application, needed, of, keys);
            var names = keys.stream().map(KeyName::written).toList();
            return recorded(actor, entered, new KeyEvent.KeysBackedUp(entered, needed, of, names));
        });
        try {
            return new BackedUp(number, KeyBackup.write(ring, keys, folder, set, needed, of));
        } catch (RuntimeException e) {
            failed(actor, number, folder, set, e);
            throw e;
        }
    }

    /// Notes that file and shares of a backup were destroyed (payload `keys backup-destroyed <number>`).
    public void backupDestroyed(Actor actor, long application, int number) {
        requireOperator(actor);
        execute(actor, application, "keys backup-destroyed " + number, connection -> {
            if (!KeyBackups.destroyed(connection, number, clock.instant(), actor.name(), application)) {
                throw new StaffRefused(
                        "there is no such key backup, or it is destroyed already", "その番号の鍵バックアップはないか、廃棄済みです");
            }
            return recorded(actor, number, new KeyEvent.KeyBackupDestroyed(number));
        });
    }

    /// Wraps all keys by a new key-encryption key in that place and destroys the old one (payload `keys move <place>`).
    public KeyRing.Replaced move(Actor actor, long application, KeyPlace place) {
        requireOperator(actor);
        execute(
                actor,
                application,
                "keys move " + place.word(),
                _ -> recorded(actor, place, new KeyEvent.KeyMoveBegun(place.word())));
        try {
            var moved = ring.move(place);
            note(actor, new KeyEvent.KeyMoved(place.word(), moved.destroyed(), moved.current()));
            KeyHolders.choose(home, place);
            return moved;
        } catch (KeysRefused refused) {
            note(
                    actor,
                    new KeyEvent.KeyMoveFailed(place.word(), refused.reason().name()));
            throw refused;
        }
    }

    private <T> T execute(Actor actor, long application, String payload, Transactions.Work<Recorded<T>> act) {
        try (var connection = transactions.connection()) {
            var answer = transactions.<Answer<T>>bulk(connection, new Scope.Operator(), open -> {
                Transactions.leave(open);
                var stamp = actor.stamp(null, null, null, null);
                return switch (approvals.executeByCommand(
                        open, stamp, Organisation.OPERATOR, application, ApprovalKind.KEY_CEREMONY, payload)) {
                    case Answer.Refused<Application>(var refusal, var entries) ->
                        new Recorded<>(new Answer.Refused<>(refusal, entries), entries);
                    case Answer.Done<Application>(var _, var entries) -> {
                        Transactions.enter(open, new Scope.Operator());
                        var done = act.on(open);
                        var all = new ArrayList<>(entries);
                        all.addAll(done.entries());
                        yield new Recorded<>(new Answer.Done<>(done.value(), all), all);
                    }
                };
            });
            return answer.value();
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private void failed(Actor actor, int number, Path folder, String set, RuntimeException cause) {
        try {
            KeyBackup.remove(folder, set);
        } catch (IOException e) {
            cause.addSuppressed(e);
            return; // it stays in the register: something of it may be left in the folder
        }
        transactions.recorded(new Scope.Operator(), connection -> {
            KeyBackups.destroyed(connection, number, clock.instant(), actor.name(), null);
            return recorded(actor, number, new KeyEvent.KeyBackupFailed(number));
        });
    }

    private void note(Actor actor, KeyEvent event) {
        transactions.recorded(new Scope.Operator(), _ -> recorded(actor, event, event));
    }

    private static <T> Recorded<T> recorded(Actor actor, T value, KeyEvent event) {
        return new Recorded<>(value, List.of(new Entry(actor.stamp(null, null, null, null), event)));
    }

    private static Map<KeyName, String> states(Connection connection) throws SQLException {
        var states = new TreeMap<KeyName, String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select key_name, state from vault.key_check")) {
            while (row.next()) {
                states.put(KeyName.parse(row.getString(1)), row.getString(2));
            }
        }
        return states;
    }

    private static void requireOperator(Actor actor) {
        if (actor.role() != Role.OPERATOR) {
            throw new StaffRefused("only an operator carries out key ceremonies", "鍵の管理作業は運営担当者だけが実行できます");
        }
    }
}
