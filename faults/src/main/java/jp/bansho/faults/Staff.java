package jp.bansho.faults;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.account.Slip;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.store.Scope;

/// Clerks of the pension department whose slips were just handed over.
final class Staff {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final AtomicInteger HIRED = new AtomicInteger();

    private Staff() {}

    /// Somebody who acts at a desk without coming in at a terminal.
    static Member member(Site site, int organisation, AccountRole role, String department) throws SQLException {
        var number = HIRED.incrementAndGet();
        var id = "desk-%03d".formatted(number);
        return new Member(
                id,
                site.number("""
                with someone as (
                    insert into access.person (organisation, staff_number, name, name_key)
                    values (%1$d, 'D%2$d', '試行 %2$d', '試行%2$d') returning id)
                insert into access.account
                       (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                select '%3$s', %1$d, id, '%4$s', '%5$s', current_date - 30, current_date + 300, 'active', now()
                  from someone
                returning person
                """.formatted(organisation, number, id, role.word(), department)),
                "試行 " + number,
                organisation,
                role,
                department);
    }

    static Slip hire(Site site) throws SQLException {
        var number = HIRED.incrementAndGet();
        var id = "fault-%03d".formatted(number);
        var now = Clock.systemUTC().instant();
        try (var connection = site.connect()) {
            Sql.run(connection, """
                    with someone as (
                        insert into access.person (organisation, staff_number, name, name_key)
                        values (%1$d, 'F%2$d', '試行 %2$d', '試行%2$d') returning id)
                    insert into access.account
                           (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                    select '%3$s', %1$d, id, '%4$s', 'pension', current_date - 30, current_date + 300, 'active', now()
                      from someone;
                    insert into access.temporary_password (account, usable_from, expires_on, made_at)
                    values ('%3$s', current_date - 29, current_date + 300, now());
                    """.formatted(Site.HERE, number, id, AccountRole.CLERK.word()));
            var accounts = new Accounts();
            var fresh = accounts.fresh();
            var manager = new Member("nobody", -1, "", Site.HERE, AccountRole.USER_MANAGER, "general");
            connection.setAutoCommit(false);
            Transactions.enter(connection, new Scope.Door());
            var slip = accounts.openSlip(connection, manager, id, fresh, LocalDate.ofInstant(now, JAPAN), now);
            connection.commit();
            return slip;
        }
    }
}
