package jp.bansho.numbers.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.bansho.machine.BreakFiles;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.paper.PaperPress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Whose incidents the database lets whom see and change, whatever SQL is typed (N12); and breaks that were met while
/// nothing could be written.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentRowSecurityTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int THERE = TestMachine.SAITAMA;

    private TestMachine machine;

    @BeforeAll
    void anIncidentOfEach() throws SQLException {
        machine = TestMachine.start();
        try (var administrator = machine.superuser()) {
            for (var organisation : List.of(0, HERE, 100)) {
                Sql.run(administrator, insert(organisation, false));
            }
            Sql.run(administrator, insert(0, true));
            Sql.run(administrator, """
                    insert into incident.cause select organisation, 'x' || id, id, null, now() from incident.incident;
                    insert into incident.entry (incident, organisation, at, by, act, text)
                    select id, organisation, now(), 'x', 'note', 'x' from incident.incident;
                    insert into incident.draft
                    select id, 1, organisation, now(), 'x', '2026-11-24', '2026-11-24', '{}', 1, 1, 1, 0, '{28}', '{x}',
                           array_fill('本文 <b>&'::text, array[9]) from incident.incident
                    """);
        }
    }

    @AfterAll
    void close() {
        machine.close();
    }

    @Test
    void eachScopeSeesItsOwnTheFederationAllAndTheOperatorThoseOfTheMachine() throws SQLException {
        for (var table : List.of("incident.incident", "incident.cause", "incident.entry", "incident.draft")) {
            assertThat(rows(new Scope.Association(HERE), table)).as(table).isEqualTo(1);
            assertThat(rows(new Scope.Association(THERE), table)).as(table).isZero();
            assertThat(rows(new Scope.Operator(), table)).as(table).isEqualTo(2);
            assertThat(rows(new Scope.Federation(), table)).as(table).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void nobodyWorksOnAnothersIncidentOrRewritesHistory() throws SQLException {
        for (var scope : List.of(new Scope.Association(THERE), new Scope.Federation(), new Scope.Operator())) {
            try (var connection = machine.scoped(scope)) {
                assertThat(Sql.run(connection, "update incident.incident set state = 'closed' where organisation = 28"))
                        .isZero();
                Sql.refused(connection, Sql.NO_RIGHT, insert(HERE, false));
            }
        }
        try (var here = machine.associationConnection(HERE)) {
            Sql.refused(here, Sql.NO_RIGHT, "update incident.entry set text = 'x'");
            Sql.refused(here, Sql.NO_RIGHT, "delete from incident.entry");
            Sql.refused(here, Sql.NO_RIGHT, "delete from incident.incident");
            Sql.refused(here, Sql.NO_RIGHT, "update incident.draft set people = 0");
            Sql.refused(here, Sql.NO_RIGHT, "update incident.incident set known_at = now()");
            Sql.refused(here, Sql.NO_RIGHT, "update incident.incident set organisation = 11");
        }
    }

    @Test
    void aBreakMetWhileNothingCouldBeWrittenIsTakenInOnce() throws Exception {
        var met = Instant.parse("2026-01-05T00:00:00Z");
        var lines = List.of("記録7が書き換えられています。 / Record 7 was changed.");
        BreakFiles.keep(machine.home(), met, lines);
        BreakFiles.keep(machine.home(), met.plusSeconds(60), lines);
        var watch = machine.part(ChainWatch.class);
        assertThat(watch.takeIn()).isEqualTo(1);
        assertThat(watch.takeIn()).isZero();
        BreakFiles.keep(machine.home(), met.plusSeconds(90), lines);
        assertThat(watch.takeIn()).as("the same break again").isZero();
        try (var administrator = machine.superuser()) {
            assertThat(
                            Sql.rows(
                                    administrator,
                                    "select summary, known_at = '2026-01-05T00:00:00Z', whole_machine from incident.incident where kind = 'chain-break'"))
                    .containsExactly(lines.getFirst() + "|t|t");
        }
    }

    @Test
    void aRefusedStartLeavesItsBreakForTheNextSoundOne() throws Exception {
        try (var broken = TestMachine.start()) {
            broken.register(HERE, 0, 2);
            broken.stop();
            String signature;
            try (var administrator = broken.superuser()) {
                signature = Sql.rows(administrator, "select encode(signature, 'hex') from audit.head")
                        .getFirst();
                Sql.run(administrator, "update audit.head set signature = sha256('x') || sha256('y')");
            }
            assertThat(starts(broken)).isFalse();
            var waiting = BreakFiles.waiting(broken.home());
            assertThat(waiting).hasSize(1);
            assertThat(Files.readString(waiting.getFirst().file())).contains("no valid signature");
            try (var administrator = broken.superuser()) {
                Sql.run(administrator, "update audit.head set signature = decode('" + signature + "', 'hex')");
            }
            broken.again();
            assertThat(broken.part(HeadKeeper.class)).isNotNull();
            assertThat(broken.part(ChainWatch.class).takeIn()).isEqualTo(1);
            try (var administrator = broken.superuser()) {
                assertThat(Sql.rows(administrator, "select kind, opened_by from incident.incident"))
                        .containsExactly("chain-break|machine");
            }
        }
    }

    @Test
    void theDraftBecomesAPaper() {
        var printed = machine.part(Drafts.class).newest(machine.clerk(HERE), number());
        var xhtml = ReportPaper.xhtml(printed);
        assertThat(xhtml).contains("二次被害", "本文 &lt;b&gt;&amp;");
        assertThat(new PaperPress(Clock.systemUTC()).pdf(xhtml)).startsWith('%', 'P', 'D', 'F');
    }

    private long number() {
        try (var administrator = machine.superuser()) {
            return Sql.number(administrator, "select id from incident.incident where organisation = 28");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean starts(TestMachine machine) {
        try {
            machine.again();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private long rows(Scope scope, String table) throws SQLException {
        try (var connection = machine.scoped(scope)) {
            return Sql.number(connection, "select count(*) from " + table);
        }
    }

    private static String insert(int organisation, boolean whole) {
        return "insert into incident.incident (organisation, whole_machine, kind, thread, summary, known_at, opened_at,"
                + " opened_by) values (" + organisation + ", " + whole + ", 'noticed', 'x', 'x', now(), now(), 'x')";
    }
}
