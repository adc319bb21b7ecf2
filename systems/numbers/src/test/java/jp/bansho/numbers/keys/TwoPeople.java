package jp.bansho.numbers.keys;

import java.sql.SQLException;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Decision;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.store.Sql;

/// The two people of a key ceremony: the operations manager who applies and the federation officer who decides.
public final class TwoPeople {

    private final TestMachine machine;
    private final Member manager;
    private final Member officer;

    public TwoPeople(TestMachine machine) throws SQLException {
        this.machine = machine;
        manager = hired("m-0001", Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "運用");
        officer = hired("f-0001", Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "連合");
    }

    /// Applies for exactly that command, and has it approved.
    ///
    /// @return number of the application
    public long approved(String payload) {
        var id = applied(payload);
        machine.part(ApprovalDesk.class).decide(officer, id, Decision.APPROVE, "");
        return id;
    }

    /// Applies for exactly that command.
    public long applied(String payload) {
        return machine.part(ApprovalDesk.class)
                .apply(manager, "key-ceremony", "鍵の管理", "K-1", "年次の作業", payload)
                .id();
    }

    private Member hired(String account, int organisation, AccountRole role, String name) throws SQLException {
        try (var connection = machine.superuser()) {
            Sql.run(connection, """
                    with someone as (
                        insert into access.person (organisation, staff_number, name, name_key)
                        values (%d, '%s', '%s', '%s') returning id)
                    insert into access.account (id, organisation, person, role, department, valid_from, valid_until,
                                                state, created_at)
                    select '%s', %d, id, '%s', 'operation', date '2026-04-01', date '2028-03-31', 'active',
                           timestamptz '2026-04-01'
                      from someone
                    """.formatted(organisation, account, name, name, account, organisation, role.word()));
            var person = Sql.number(connection, "select person from access.account where id = '" + account + "'");
            return new Member(account, person, name, organisation, role, "operation");
        }
    }
}
