package jp.bansho.numbers.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.account.Slip;
import jp.bansho.machine.Home;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Scope;
import jp.bansho.testing.Guest;
import jp.bansho.testing.SoftAuthenticator;
import jp.bansho.testing.TestClock;

/// A served machine and the people who work at its terminals. The clock stands at 2026-11-24 01:00 UTC, ten in the
/// morning in Japan.
public final class Office implements AutoCloseable {

    public static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final TestClock clock = new TestClock(MORNING);
    private final TestMachine machine;
    private final Accounts accounts = new Accounts();
    private final List<Guest> guests = new ArrayList<>();
    private int hired;

    /// Changes the home folder before the server starts.
    @FunctionalInterface
    public interface Settings {
        void in(Home home) throws IOException;
    }

    public Office() {
        this(_ -> {});
    }

    /// An office whose home folder is set up differently.
    public Office(Settings settings) {
        machine = TestMachine.serving(clock, home -> {
            try {
                settings.in(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public TestMachine machine() {
        return machine;
    }

    public TestClock clock() {
        return clock;
    }

    /// Somebody new at a terminal who has not come in.
    public Guest guest() {
        var guest = new Guest(machine.origin());
        guests.add(guest);
        return guest;
    }

    /// An authenticator that knows this server's address.
    public SoftAuthenticator authenticator() {
        return new SoftAuthenticator(machine.origin());
    }

    /// An account whose slip was just handed over.
    public Slip hire(int organisation, AccountRole role, String department) throws SQLException {
        hired++;
        var id = "t%03d-%04d".formatted(organisation, hired);
        try (var connection = machine.superuser();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    with someone as (
                        insert into access.person (organisation, staff_number, name, name_key)
                        values (%d, 'S%d', '試験 %d', '試験%d') returning id)
                    insert into access.account (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                    select '%s', %d, id, '%s', '%s', date '2026-04-01', date '2027-03-31', 'active', timestamptz '2026-04-01'
                      from someone;
                    insert into access.temporary_password (account, usable_from, expires_on, made_at)
                    values ('%s', date '2026-04-02', date '2027-03-31', timestamptz '2026-04-01');
                    """.formatted(organisation, hired, hired, hired, id, organisation, role.word(), department, id));
        }
        var manager = new Member("nobody", -1, "", organisation, AccountRole.USER_MANAGER, "general");
        var fresh = accounts.fresh();
        try (var connection = machine.scoped(new Scope.Door())) {
            var slip = accounts.openSlip(connection, manager, id, fresh, TODAY, clock.instant());
            connection.commit();
            return slip;
        }
    }

    /// Somebody of that role who has come in.
    public Present present(int organisation, AccountRole role, String department) throws SQLException {
        var slip = hire(organisation, role, department);
        var key = authenticator();
        var guest = guest();
        var enrolled = guest.enrol(slip.account(), slip.temporaryPassword(), key);
        var in = guest.login(slip.account(), key);
        if (enrolled.status() != 302 || !in.location().endsWith("/")) {
            throw new IllegalStateException("could not come in: " + enrolled.status() + " " + in.page());
        }
        return new Present(slip.account(), guest, key);
    }

    /// Somebody who has come in.
    public record Present(String account, Guest guest, SoftAuthenticator authenticator) {}

    @Override
    public void close() {
        guests.forEach(Guest::close);
        machine.close();
    }
}
