package jp.bansho.bench.worker;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jp.bansho.audit.Entry;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.numbers.vault.VaultEvent;

/// Single reveals by one or many callers: through the vault, and the same transaction without encryption — same scope,
/// same group commit, same record, but the number lies in the clear in a twin table.
final class Reveals {

    private static final int PEOPLE = 200_000;
    private static final String CASE = "bench";

    private final Desk desk;
    private final List<Whom> people = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Reveals(Desk desk) {
        this.desk = desk;
    }

    private record Whom(int association, long subject) {}

    /// Chooses whose numbers are shown: people from all over the table, but for dependants, whose
    /// numbers are shown to a fresh passkey only.
    long choosePeople() {
        people.clear();
        desk.part(Transactions.class).read(new Scope.Federation(), this::readPeople);
        return people.size();
    }

    private boolean readPeople(Connection connection) throws SQLException {
        var sql = """
                select association, subject
                  from vault.sealed_number
                 where state = 1 and kind in (1, 2)
                 order by hashint8(subject)
                 limit %d
                """.formatted(PEOPLE);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                people.add(new Whom(row.getInt(1), row.getLong(2)));
            }
        }
        return true;
    }

    void run(boolean sealed, int callers, int count) throws Exception {
        var actor = desk.actor();
        var left = new AtomicInteger(count);
        Callable<Boolean> caller = () -> {
            while (left.getAndDecrement() > 0) {
                var whom = people.get(Math.floorMod(turn.getAndIncrement(), people.size()));
                if (!(sealed ? throughVault(actor, whom) : inClear(actor, whom))) {
                    throw new IllegalStateException("a number was not shown");
                }
            }
            return true;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<Boolean>>();
            for (var i = 0; i < callers; i++) {
                running.add(threads.submit(caller));
            }
            for (var each : running) {
                each.get();
            }
        }
    }

    private boolean throughVault(Actor actor, Whom whom) {
        return desk.part(Vault.class).reveal(actor, Purpose.PENSION_PAYMENT, whom.association(), whom.subject(), CASE)
                instanceof Revealed.Shown;
    }

    private boolean inClear(Actor actor, Whom whom) {
        var stamp = actor.stamp(whom.association(), Purpose.PENSION_PAYMENT, whom.subject(), null);
        return desk.part(Transactions.class).recorded(actor.scopeOf(whom.association()), connection -> {
                    var number = read(connection, whom.subject());
                    return new Recorded<>(number, List.of(new Entry(stamp, new VaultEvent.NumberRevealed(CASE, ""))));
                })
                != null;
    }

    private static IndividualNumber read(Connection connection, long subject) throws SQLException {
        var sql = """
                select n.generation, n.kind, n.key_version, n.pad, n.number
                  from bench.plain_number n
                 where n.subject = ? and n.state = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            statement.setInt(2, 1);
            try (var row = statement.executeQuery()) {
                row.next();
                return IndividualNumber.ofClear(row.getLong(5));
            }
        }
    }
}
