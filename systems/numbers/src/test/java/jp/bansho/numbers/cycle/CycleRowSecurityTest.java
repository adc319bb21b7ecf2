package jp.bansho.numbers.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rounds and observations of one association are out of another's reach, and go with the person.
class CycleRowSecurityTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final List<String> TABLES = List.of(
            "cycle.answered",
            "cycle.comparison",
            "cycle.cycle",
            "cycle.file",
            "cycle.left_over",
            "cycle.rule",
            "intake.observation");

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    private static Connection administrator;

    @BeforeAll
    static void oneRound() throws SQLException {
        machine = TestMachine.start();
        administrator = machine.superuser();
        machine.register(HERE, 0, 3);
        var day = Today.of(java.time.Clock.systemUTC()).toString().replace("-", "");
        var rows = InquiryRows.dead(1, InventedFiles.userNumber(HERE, 0), InventedFiles.digits(HERE, 0), day)
                + InquiryRows.same(2, InventedFiles.userNumber(HERE, 1), InventedFiles.digits(HERE, 1), day);
        var file = InventedFiles.write(machine.folder().resolve("life.csv"), rows);
        machine.part(Intake.class)
                .run(
                        new IntakeOrder(JobKind.RESULTS, machine.clerk(HERE), Purpose.LIFE_STATUS, HERE, file, false),
                        Progress.SILENT);
        machine.part(Cycles.class).turn(machine.clerk(HERE), HERE, "certified-number", false, "試し");
        Sql.run(administrator, """
                insert into cycle.left_over select id, (select min(id) from linkage.subject), 28 from cycle.cycle;
                insert into cycle.comparison (association, month, fingerprint, compared_at, compared_by, lines, same, changed,
                                              new, unclear, gone)
                values (28, '2026-10-01', '\\x00', now(), 'x', 1, 1, 0, 0, 0, 0)
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        administrator.close();
        machine.close();
    }

    @Test
    void anotherAssociationReadsAndWritesNothing() throws SQLException {
        for (var table : TABLES) {
            assertThat(Sql.number(administrator, "select count(*) from " + table))
                    .as(table)
                    .isPositive();
            try (var other = machine.associationConnection(TestMachine.SAITAMA)) {
                assertThat(Sql.number(other, "select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
        }
        for (var row : List.of(
                "insert into cycle.rule (association, rule, switched_on, switched_by, switched_at, because)"
                        + " values (28, 'death-by-code', true, 'x', now(), 'x')",
                "insert into cycle.answered select id, 1, 28 from cycle.cycle union all select 1, 1, 28",
                "insert into intake.observation values (1, 1, 'died', 28, 1, '', '', '')")) {
            try (var other = machine.associationConnection(TestMachine.SAITAMA)) {
                assertThatThrownBy(() -> Sql.run(other, row)).as(row).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void theOperatorReadsFiguresAndNobody() throws SQLException {
        try (var operator = machine.scoped(new Scope.Operator())) {
            assertThat(Sql.number(operator, "select count(*) from cycle.cycle")).isEqualTo(1);
        }
        for (var table : TABLES) {
            if (!table.equals("cycle.cycle")) {
                try (var operator = machine.scoped(new Scope.Operator())) {
                    assertThatThrownBy(() -> Sql.number(operator, "select count(*) from " + table))
                            .as(table)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }

    @Test
    void whatWasSaidOfSomebodyGoesWithThePerson() throws SQLException {
        try (var shredder = machine.superuser()) {
            shredder.setAutoCommit(false);
            var subject = machine.subject(InventedFiles.userNumber(HERE, 0));
            Sql.run(shredder, "set local role bansho_shredder; set local bansho.association = '28'");
            Sql.run(shredder, "delete from linkage.subject where id = " + subject);
            Sql.run(shredder, "reset role");
            for (var table : List.of("cycle.answered", "cycle.left_over", "intake.observation")) {
                assertThat(Sql.number(shredder, "select count(*) from " + table + " where subject = " + subject))
                        .as(table)
                        .isZero();
            }
            assertThat(Sql.number(shredder, "select count(*) from cycle.answered"))
                    .isEqualTo(1);
            shredder.rollback();
        }
    }
}
