package jp.bansho.numbers.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What ends a period is recorded with its source, corrected without being overwritten, and refused
/// where it can only be a slip (R1).
class FactsTest {

    private static final int HERE = TestMachine.HYOGO;

    private static LocalDate today;
    private static TestMachine machine;
    private static Registrar office;
    private static Facts facts;
    private static Actor clerk;

    @BeforeAll
    static void people() throws SQLException {
        today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        machine = TestMachine.start();
        machine.register(HERE, 0, 10);
        machine.take(
                JobKind.DEPENDANTS,
                HERE,
                InventedFiles.dependants(machine.folder().resolve("d.csv"), HERE, 20, 25));
        office = new Registrar(machine);
        facts = machine.part(Facts.class);
        clerk = Actors.of(office.clerk);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void aDeathIsNeverConfirmedAheadOrBeforeThereWereNumbers() throws SQLException {
        var subject = office.subject(0);
        assertThat(facts.recordDeath(clerk, HERE, subject, today.plusDays(1), "届"))
                .isEqualTo(FactAnswer.DAY_AHEAD);
        assertThat(facts.recordDeath(clerk, HERE, subject, LocalDate.of(2015, 10, 4), "届"))
                .isEqualTo(FactAnswer.DAY_OUT_OF_BOUNDS);
        assertThat(facts.recordDeath(clerk, HERE, subject, today, " ")).isEqualTo(FactAnswer.TEXT_MISSING);
        assertThat(facts.recordDeath(clerk, HERE, subject, today, "番号 1234 5678 9012"))
                .isEqualTo(FactAnswer.NUMBER_IN_TEXT);
        assertThat(facts.recordDeath(clerk, HERE, 987_654_321, today, "届")).isEqualTo(FactAnswer.NOBODY);
        assertThat(facts.recordDeath(clerk, HERE, office.subject(20), today, "届"))
                .isEqualTo(FactAnswer.NO_SUCH_USE);
        assertThat(facts.see(clerk, HERE, subject).orElseThrow().facts()).isEmpty();
    }

    @Test
    void aCorrectionKeepsWhatWasThere() throws SQLException {
        var subject = office.subject(1);
        assertThat(facts.recordDeath(clerk, HERE, subject, LocalDate.of(2020, 2, 28), "届"))
                .isEqualTo(FactAnswer.DONE);
        assertThat(facts.recordDeath(clerk, HERE, subject, LocalDate.of(2020, 2, 28), "届"))
                .isEqualTo(FactAnswer.KNOWN_ALREADY);
        assertThat(facts.recordDeath(clerk, HERE, subject, LocalDate.of(2020, 2, 29), "戸籍"))
                .isEqualTo(FactAnswer.DONE);
        var kept = facts.see(clerk, HERE, subject).orElseThrow().facts();
        assertThat(kept).hasSize(2);
        assertThat(kept.getFirst().inForce()).isTrue();
        assertThat(kept.getFirst().eraseFrom()).isEqualTo(LocalDate.of(2030, 3, 1));
        assertThat(kept.getLast().inForce()).isFalse();
        assertThat(kept.getLast().endedBy()).isEqualTo(clerk.name());
        assertThat(facts.end(
                        clerk, HERE, subject, Fact.Sort.DEATH, kept.getFirst().id(), "人違い"))
                .isEqualTo(FactAnswer.DONE);
        assertThat(facts.end(
                        clerk, HERE, subject, Fact.Sort.DEATH, kept.getFirst().id(), "人違い"))
                .isEqualTo(FactAnswer.NOT_IN_FORCE);
    }

    @Test
    void theLatestDeadlineCountsAndTakingItBackBringsTheEarlierOneToForce() throws SQLException {
        var subject = office.subject(20);
        assertThat(facts.recordDeadline(clerk, HERE, subject, LocalDate.of(2020, 2, 13), "申告書"))
                .isEqualTo(FactAnswer.DONE);
        assertThat(facts.recordDeadline(clerk, HERE, subject, LocalDate.of(2017, 2, 14), "申告書"))
                .isEqualTo(FactAnswer.DONE);
        assertThat(eraseFrom(subject)).isEqualTo("2028-01-11");
        var latest = facts.see(clerk, HERE, subject).orElseThrow().facts().getFirst();
        assertThat(facts.end(clerk, HERE, subject, Fact.Sort.DEADLINE, latest.id(), "誤入力"))
                .isEqualTo(FactAnswer.DONE);
        assertThat(eraseFrom(subject)).isEqualTo("2025-01-11");
        assertThat(facts.recordDeadline(clerk, HERE, subject, today.plusYears(2), "x"))
                .isEqualTo(FactAnswer.DAY_OUT_OF_BOUNDS);
    }

    @Test
    void aFileBringsItsDeadlineForEverybodyItNamesOldAndNew() throws SQLException {
        var file = InventedFiles.dependants(machine.folder().resolve("next-year.csv"), HERE, 22, 30);
        var deadline = LocalDate.of(today.getYear() + 1, 2, 12);
        var order = new IntakeOrder(
                JobKind.DEPENDANTS, machine.clerk(HERE), Purpose.DEPENDANTS_DECLARATION, HERE, file, false, deadline);
        machine.part(Intake.class).run(order, Progress.SILENT);
        try (var administrator = machine.superuser()) {
            assertThat(Sql.number(
                            administrator,
                            "select count(*) from retention.deadline where job is not null and deadline = '" + deadline
                                    + "'"))
                    .isEqualTo(8);
        }
        var slip = new IntakeOrder(
                JobKind.DEPENDANTS,
                machine.clerk(HERE),
                Purpose.DEPENDANTS_DECLARATION,
                HERE,
                file,
                true,
                LocalDate.of(2016, 2, 12));
        assertThatThrownBy(() -> machine.part(Intake.class).run(slip, Progress.SILENT))
                .isInstanceOf(StaffRefused.class);
    }

    @Test
    void aHoldHasAReasonAndIsReleasedWithOne() throws SQLException {
        var subject = office.subject(3);
        assertThat(facts.placeHold(clerk, HERE, subject, today, today.minusDays(1), "訴訟"))
                .isEqualTo(FactAnswer.ENDS_BEFORE);
        assertThat(facts.placeHold(clerk, HERE, subject, today, null, "")).isEqualTo(FactAnswer.TEXT_MISSING);
        assertThat(facts.placeHold(clerk, HERE, subject, today, null, "訴訟")).isEqualTo(FactAnswer.DONE);
        var hold = facts.see(clerk, HERE, subject).orElseThrow().facts().getFirst();
        assertThat(facts.end(clerk, HERE, subject, Fact.Sort.HOLD, hold.id(), ""))
                .isEqualTo(FactAnswer.TEXT_MISSING);
        assertThat(facts.end(clerk, HERE, subject, Fact.Sort.HOLD, hold.id(), "判決確定"))
                .isEqualTo(FactAnswer.DONE);
    }

    @Test
    void anotherAssociationsPeopleAreNobody() throws SQLException {
        var elsewhere = machine.clerk(TestMachine.SAITAMA);
        assertThat(facts.recordDeath(elsewhere, TestMachine.SAITAMA, office.subject(4), today, "届"))
                .isEqualTo(FactAnswer.NOBODY);
        assertThat(facts.see(elsewhere, TestMachine.SAITAMA, office.subject(4))).isEmpty();
        assertThatThrownBy(() -> facts.see(elsewhere, HERE, office.subject(4))).isInstanceOf(StaffRefused.class);
    }

    private static String eraseFrom(long subject) throws SQLException {
        try (var administrator = machine.superuser()) {
            return Sql.rows(
                            administrator,
                            "select erase_from from retention.standing where use = 'tax' and subject = " + subject)
                    .getFirst();
        }
    }
}
