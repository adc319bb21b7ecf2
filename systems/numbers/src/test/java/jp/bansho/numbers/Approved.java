package jp.bansho.numbers;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Decision;
import jp.bansho.numbers.staff.ApprovalDesk;

/// Applications for key ceremonies that an operations manager made and the federation approved, without screens.
public final class Approved {

    private Approved() {}

    /// A fresh approved application with exactly that content.
    public static long keyCeremony(TestMachine machine, String payload) throws SQLException {
        var desk = machine.part(ApprovalDesk.class);
        var open = applied(machine, payload);
        var officer = account(machine, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "general");
        return desk.decide(officer, open, Decision.APPROVE, "").id();
    }

    /// A fresh application that nobody has decided.
    public static long applied(TestMachine machine, String payload) throws SQLException {
        var manager = account(machine, Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        return machine.part(ApprovalDesk.class)
                .apply(manager, "key-ceremony", "鍵の更新", "R8-12", "年次の更新", payload)
                .id();
    }

    /// An account of somebody new.
    public static Member account(TestMachine machine, int organisation, AccountRole role, String department)
            throws SQLException {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        with number as (select coalesce(max(id), 0) + 1 as next from access.person),
                        someone as (
                            insert into access.person (organisation, staff_number, name, name_key)
                            select %1$d, 'K' || next, '鍵 ' || next, '鍵' || next from number returning id, name)
                        insert into access.account (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                        select 'k' || lpad((%1$d)::text, 3, '0') || '-' || lpad(id::text, 4, '0'), %1$d, id, '%2$s', '%3$s',
                               date '%4$s', date '%5$s', 'active', timestamptz '%4$s'
                          from someone
                        returning id, person
                        """.formatted(
                                organisation, role.word(), department, today.minusDays(30), today.plusDays(90)))) {
            row.next();
            return new Member(row.getString(1), row.getLong(2), "鍵", organisation, role, department);
        }
    }
}
