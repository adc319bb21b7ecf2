package jp.bansho.bench.measure;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.account.Slip;
import jp.bansho.bench.measure.Clerk.Whom;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.store.Scope;
import jp.bansho.testing.Database;
import jp.bansho.testing.SoftAuthenticator;

/// The clerks of an association's pension department, all at work at once, each in a virtual thread.
final class Clerks implements AutoCloseable {

    private static final long SECOND = 1_000_000_000L;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final List<Clerk> clerks = new ArrayList<>();
    private final List<Whom> people;
    private final AtomicInteger turn = new AtomicInteger();

    private Clerks(List<Whom> people) {
        this.people = people;
    }

    /// What one clerk does until a phase is over.
    @FunctionalInterface
    private interface Shift {
        void of(Clerk clerk) throws IOException;
    }

    /// Makes accounts, hands the slips over, and lets everybody come in with a passkey of the own.
    static Clerks hire(Database database, int port, int count, List<Whom> people, Answers answers) throws Exception {
        var all = new Clerks(people);
        SSLContext security = AnyCertificate.context();
        for (var number = 1; number <= count; number++) {
            var slip = slip(database, number);
            var clerk = new Clerk(new Line(security, port), answers);
            clerk.comeIn(slip.account(), slip.temporaryPassword(), new SoftAuthenticator("https://localhost:" + port));
            all.clerks.add(clerk);
        }
        return all;
    }

    private static Slip slip(Database database, int number) throws SQLException {
        var id = "bench-%03d".formatted(number);
        var now = Clock.systemUTC().instant();
        Sql.run(database, """
                with someone as (
                    insert into access.person (organisation, staff_number, name, name_key)
                    values (%1$d, 'B%2$d', '測定 %2$d', '測定%2$d') returning id)
                insert into access.account
                       (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                select '%3$s', %1$d, id, '%4$s', 'pension', current_date - 30, current_date + 300, 'active', now()
                  from someone;
                insert into access.temporary_password (account, usable_from, expires_on, made_at)
                values ('%3$s', current_date - 29, current_date + 300, now());
                """.formatted(Site.MEASURED, number, id, AccountRole.CLERK.word()));
        var accounts = new Accounts();
        var fresh = accounts.fresh();
        var manager = new Member("nobody", -1, "", Site.MEASURED, AccountRole.USER_MANAGER, "general");
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            Transactions.enter(connection, new Scope.Door());
            var slip = accounts.openSlip(connection, manager, id, fresh, LocalDate.ofInstant(now, JAPAN), now);
            connection.commit();
            return slip;
        }
    }

    /// Everybody names the purpose once, so that people's pages open.
    void begin() throws IOException {
        for (var clerk : clerks) {
            clerk.search(next());
        }
    }

    /// Each clerk asks once a second, at a moment of the second drawn at random: clerks read what they see.
    void paced(Work work, int seconds) throws Exception {
        var start = System.nanoTime();
        together(clerk -> {
            var random = RandomGenerator.getDefault();
            var whom = next();
            for (var second = 0; second < seconds; second++) {
                pause(start + second * SECOND + random.nextLong(SECOND));
                whom = second % work.steps() == 0 ? next() : whom;
                clerk.step(work, second, whom);
            }
        });
    }

    /// Each clerk asks again as soon as the answer is there.
    void withoutPauses(Work work, int seconds) throws Exception {
        var end = System.nanoTime() + seconds * SECOND;
        together(clerk -> {
            do {
                var whom = next();
                for (var step = 0; step < work.steps(); step++) {
                    clerk.step(work, step, whom);
                }
            } while (System.nanoTime() < end);
        });
    }

    /// How often connections were opened.
    int connections() {
        return clerks.stream().mapToInt(Clerk::connections).sum();
    }

    private Whom next() {
        return people.get(Math.floorMod(turn.getAndIncrement(), people.size()));
    }

    private static void pause(long until) {
        for (var left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void together(Shift shift) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var clerk : clerks) {
                running.add(threads.submit(() -> {
                    shift.of(clerk);
                    return true;
                }));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a clerk had to stop", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var clerk : clerks) {
            clerk.close();
        }
    }
}
