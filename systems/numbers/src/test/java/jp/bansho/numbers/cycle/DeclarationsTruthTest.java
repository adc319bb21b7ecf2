package jp.bansho.numbers.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.intake.Duty;
import jp.bansho.numbers.intake.Town;
import jp.bansho.numbers.intake.WorkDecision;
import jp.bansho.numbers.intake.WorkDecisions;
import jp.bansho.numbers.intake.WorkItem.Reason;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.store.Sql;
import jp.bansho.population.Truth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Next year's declarations of some thousand people (N9), compared and then registered; each outcome against the truth.
class DeclarationsTruthTest {

    private static final int HERE = Village.HERE;
    private static final int YEAR = 2026;
    private static final Duty OCTOBER = new Duty(Duty.Sort.DECLARATIONS, YearMonth.of(2025, 10));

    @SuppressWarnings("NullAway.Init")
    private static Village village;

    @SuppressWarnings("NullAway.Init")
    private static Connection administrator;

    @BeforeAll
    static void start() throws SQLException {
        village = new Village(6_000, 2027);
        administrator = village.machine().superuser();
    }

    @AfterAll
    static void close() throws SQLException {
        administrator.close();
        village.close();
    }

    private static Set<String> people(String outcome) {
        return village.nextYear().stream()
                .filter(one -> one.outcome().equals(outcome))
                .map(Truth.NextYear::userNumber)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aFileIsComparedFirstThenRegisteredAsTheTruthSays() throws SQLException {
        var machine = village.machine();
        var clerk = machine.clerk(HERE);
        var declarations = machine.part(Declarations.class);
        var file = village.file("dependants-next-28.csv");
        var before = Town.numbers(machine);
        var people = Sql.number(administrator, "select count(*) from linkage.subject");

        assertThatThrownBy(() -> declarations.register(clerk, HERE, file, YEAR, null, Progress.SILENT))
                .isInstanceOfSatisfying(
                        CycleRefused.class, why -> assertThat(why.why()).isEqualTo(CycleRefused.Reason.NOT_COMPARED));
        var comparison = declarations.compare(clerk, HERE, file, YEAR);

        assertThat(comparison.same()).isEqualTo(people("same").size());
        assertThat(comparison.changed()).isEqualTo(people("changed").size()).isGreaterThan(5);
        assertThat(comparison.fresh()).isEqualTo(people("new").size()).isGreaterThan(5);
        assertThat(comparison.gone()).isEqualTo(people("gone").size()).isGreaterThan(5);
        assertThat(comparison.unclear()).isZero();
        assertThat(Town.numbers(machine)).isEqualTo(before);
        assertThat(Sql.number(administrator, "select count(*) from linkage.subject"))
                .isEqualTo(people);
        assertThat(Sql.number(administrator, "select count(*) from intake.work_item where reason = 'second-number'"))
                .isZero();

        declarations.register(clerk, HERE, file, YEAR, LocalDate.of(2025, 11, 10), Progress.SILENT);

        var sheet = machine.part(Cycles.class).sheet(clerk, HERE, OCTOBER, true).orElseThrow();
        var counts = sheet.cycle().counts();
        assertThat(counts.unchanged()).isEqualTo(comparison.same());
        assertThat(counts.changed()).isEqualTo(comparison.changed());
        assertThat(counts.registered()).isEqualTo(comparison.fresh());
        assertThat(counts.unanswered()).isEqualTo(comparison.gone());
        assertThat(counts.waiting()).isEqualTo(comparison.changed());
        assertThat(sheet.absent()).extracting(Sheet.Absent::userNumber).containsExactlyElementsOf(people("gone"));

        var work = machine.part(WorkDecisions.class);
        var waiting = work.list(clerk, HERE, 10_000).stream()
                .filter(item -> item.reason() == Reason.SECOND_NUMBER)
                .toList();
        var waitingFor = new TreeSet<String>();
        waiting.forEach(item -> waitingFor.add(item.echoKey()));
        assertThat(waitingFor).isEqualTo(people("changed"));
        var tax = new Ground("tax", "P-08");
        waiting.forEach(item -> work.decide(clerk, tax, HERE, item.id(), WorkDecision.ACCEPT, ""));

        var expected = new TreeMap<>(before);
        village.nextYear().forEach(one -> expected.put(one.userNumber(), one.number()));
        assertThat(Town.numbers(machine)).isEqualTo(expected);
        assertThat(Sql.rows(administrator, """
                        select s.user_number from linkage.subject s
                         where s.tax_use and s.association = 28
                           and exists (select from vault.sealed_number n where n.subject = s.id and n.state = 1)
                           and not exists (select from retention.deadline d where d.subject = s.id)
                         order by 1
                        """))
                .as("whoever is gone has no new deadline")
                .containsExactlyElementsOf(people("gone"));
    }
}
