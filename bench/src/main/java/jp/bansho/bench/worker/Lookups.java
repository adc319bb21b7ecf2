package jp.bansho.bench.worker;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;

/// A load of look-ups on people whose numbers are known: by turns somebody is sought by number, and the number of
/// somebody is shown. Each answer is held against the truth, and each is timed.
final class Lookups {

    private static final int PEOPLE = 100_000;
    private static final String CASE = "bench";

    private final Desk desk;
    private final int association;
    private final List<Whom> people = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final List<Future<Done>> running = new ArrayList<>();

    Lookups(Desk desk, int association) {
        this.desk = desk;
        this.association = association;
    }

    private record Whom(long subject, long clear) {}

    private record Done(long missed, List<Long> nanoseconds) {}

    /// Opens the numbers of recipients and spouses, once, and keeps some of them all over the table.
    long choose() {
        people.clear();
        var all = new ArrayList<Whom>();
        desk.part(Transactions.class).read(new Scope.Federation(), connection -> {
            desk.part(Vault.class).stream(connection, (subject, clear) -> all.add(new Whom(subject, clear)));
            return true;
        });
        var wanted = desk.part(Transactions.class).read(new Scope.Association(association), connection -> {
            try (var statement = connection.prepareStatement("""
                            select subject from vault.sealed_number where state = 1 and kind in (1, 2)
                             order by hashint8(subject) limit ?
                            """)) {
                statement.setInt(1, PEOPLE);
                return subjects(statement);
            }
        });
        all.stream()
                .filter(whom -> Arrays.binarySearch(wanted, whom.subject()) >= 0)
                .forEach(people::add);
        return people.size();
    }

    private static long[] subjects(java.sql.PreparedStatement statement) throws SQLException {
        var found = LongStream.builder();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(row.getLong(1));
            }
        }
        return found.build().sorted().toArray();
    }

    void begin(int callers) {
        over.set(false);
        for (var i = 0; i < callers; i++) {
            var seed = i;
            running.add(threads.submit((Callable<Done>) () -> work(new SplittableRandom(seed))));
        }
    }

    /// Ends the load.
    ///
    /// @return look-ups, missed ones, and the median, the 99th percentile and the longest in microseconds
    long[] end() throws Exception {
        over.set(true);
        var missed = 0L;
        var all = LongStream.builder();
        for (var each : running) {
            var done = each.get();
            missed += done.missed();
            done.nanoseconds().forEach(all::add);
        }
        running.clear();
        var sorted = all.build().sorted().toArray();
        return new long[] {
            sorted.length, missed, at(sorted, 0.5) / 1_000, at(sorted, 0.99) / 1_000, at(sorted, 1) / 1_000
        };
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, (long) (sorted.length * share))];
    }

    private Done work(SplittableRandom random) {
        var times = new ArrayList<Long>();
        var missed = 0L;
        for (var i = 0; !over.get(); i++) {
            var whom = people.get(random.nextInt(people.size()));
            var began = System.nanoTime();
            var right = i % 2 == 0 ? sought(whom) : shown(whom);
            times.add(System.nanoTime() - began);
            missed += right ? 0 : 1;
        }
        return new Done(missed, times);
    }

    private boolean sought(Whom whom) {
        return desk.part(Vault.class)
                .seek(desk.actor(), Purpose.PENSION_PAYMENT, association, IndividualNumber.ofClear(whom.clear()))
                .filter(holder -> holder.subject() == whom.subject())
                .isPresent();
    }

    private boolean shown(Whom whom) {
        return desk.part(Vault.class).reveal(desk.actor(), Purpose.PENSION_PAYMENT, association, whom.subject(), CASE)
                        instanceof Revealed.Shown(var number, var _)
                && number.inTheClear() == whom.clear();
    }
}
