package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.registry.EndReason;
import jp.bansho.numbers.registry.PersonPage;
import jp.bansho.numbers.registry.Registry;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What waits on the work list is decided once, carried out and recorded together. Recipients 0 to 4 are registered.
class WorkDecisionsTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final Ground PENSION = new Ground("pension", "P-06");

    private TestMachine machine;
    private Connection administrator;
    private WorkDecisions work;
    private int files;

    @BeforeEach
    void start() throws SQLException {
        machine = TestMachine.start();
        administrator = machine.superuser();
        machine.register(HERE, 0, 5);
        work = machine.part(WorkDecisions.class);
    }

    @AfterEach
    void stop() throws SQLException {
        administrator.close();
        machine.close();
    }

    @Test
    void aSecondNumberThatIsAcceptedComesIntoForce() throws SQLException {
        take(0, 60, false);
        var sheet = only();
        assertThat(sheet.reason()).isEqualTo(WorkItem.Reason.SECOND_NUMBER);
        assertThat(sheet.choices()).containsExactly(WorkDecision.ACCEPT, WorkDecision.REJECT);
        assertThat(sheet.job()).isPositive();
        assertThat(sheet.line()).isEqualTo(1);
        assertThat(sheet.toString()).doesNotContain(InventedFiles.digits(HERE, 60));

        assertThat(decide(sheet, WorkDecision.ACCEPT, "確認済み")).isInstanceOf(Decided.Done.class);

        assertThat(inForce(0)).isEqualTo(InventedFiles.number(HERE, 60));
        assertThat(numbers(0)).containsExactly("1|2|2", "2|1|1");
        assertThat(Sql.rows(
                        administrator,
                        "select state, decision, note, decided_by, decided_at is not null from intake.work_item"))
                .containsExactly("decided|accept|確認済み|a.kumiai28|t");
        assertThat(recorded())
                .containsExactly("work-decided|P-06:number-registration|" + subject(0)
                        + "|{\"decision\":\"accept\",\"item\":" + sheet.id() + ",\"reason\":\"second-number\"}");
        assertThat(machine.part(Intake.class).openWork(machine.clerk(HERE), HERE, 10))
                .isEmpty();
    }

    @Test
    void aSecondNumberThatIsRejectedLeavesTheIndexAndMayBeSomebodyElses() throws SQLException {
        take(0, 60, false);

        assertThat(decide(only(), WorkDecision.REJECT, "")).isInstanceOf(Decided.Done.class);

        assertThat(inForce(0)).isEqualTo(InventedFiles.number(HERE, 0));
        assertThat(numbers(0)).containsExactly("1|1|1", "2|4|null");
        assertThat(machine.register(HERE, 60, 61).counts()).containsEntry("registered", 1L);
    }

    @Test
    void aFormerNumberComesIntoForceAgainOrStaysFormer() throws SQLException {
        take(0, 60, true);
        take(1, 61, true);
        take(0, 0, false);
        take(1, 1, false);
        var sheets = work.list(machine.clerk(HERE), HERE, 10);
        assertThat(sheets).extracting(WorkSheet::reason).containsOnly(WorkItem.Reason.FORMER_NUMBER);

        assertThat(decide(sheets.get(0), WorkDecision.ACCEPT, "")).isInstanceOf(Decided.Done.class);
        assertThat(decide(sheets.get(1), WorkDecision.REJECT, "")).isInstanceOf(Decided.Done.class);

        assertThat(numbers(0)).containsExactly("1|1|1", "2|2|2");
        assertThat(numbers(1)).containsExactly("1|2|2", "2|1|1");
        assertThat(inForce(0)).isEqualTo(InventedFiles.number(HERE, 0));
    }

    @Test
    void aNumberOfAnotherIsTakenOverOnlyAfterTheOtherWasDeleted() throws SQLException {
        take(0, 1, false);
        var sheet = only();
        assertThat(sheet.reason()).isEqualTo(WorkItem.Reason.HELD_BY_ANOTHER);
        assertThat(sheet.person()).isNotNull();
        assertThat(sheet.other()).isNotNull();

        assertThat(why(decide(sheet, WorkDecision.ACCEPT, ""))).isEqualTo(DecisionRefusal.OTHER_IN_USE);
        assertThat(inForce(0)).isEqualTo(InventedFiles.number(HERE, 0));
        delete(1);
        assertThat(decide(sheet, WorkDecision.ACCEPT, "")).isInstanceOf(Decided.Done.class);

        assertThat(inForce(0)).isEqualTo(InventedFiles.number(HERE, 1));
        assertThat(numbers(0)).containsExactly("1|2|2", "2|1|1");
        assertThat(numbers(subject(1), "n.state")).containsExactly("1|5|null");
    }

    @Test
    void aNumberThatWentToAThirdPersonMeanwhileIsNotTakenOver() throws SQLException {
        take(0, 1, false);
        delete(1);
        machine.register(HERE, 1, 2);

        assertThat(why(decide(only(), WorkDecision.ACCEPT, ""))).isEqualTo(DecisionRefusal.OVERTAKEN);
        assertThat(inForce(0)).isEqualTo(InventedFiles.number(HERE, 0));
        assertThat(decide(only(), WorkDecision.KEEP, "")).isInstanceOf(Decided.Done.class);
    }

    @Test
    void whoIsNotRegisteredCannotTakeANumberOver() throws SQLException {
        take(70, 1, false);
        delete(1);

        assertThat(why(decide(only(), WorkDecision.ACCEPT, ""))).isEqualTo(DecisionRefusal.NEEDS_PERSON);
    }

    @Test
    void noHitsAndDifferingIdentifiersAreWorkedOffWithANote() throws SQLException {
        take(InventedFiles.noHit(1, InventedFiles.userNumber(HERE, 70)));
        var sheet = only();
        assertThat(sheet.choices())
                .containsExactly(WorkDecision.ASK_AGAIN, WorkDecision.REGISTERED_BY_HAND, WorkDecision.CLOSED);
        assertThat(why(decide(sheet, WorkDecision.ACCEPT, ""))).isEqualTo(DecisionRefusal.NOT_A_CHOICE);
        assertThat(why(decide(sheet, WorkDecision.CLOSED, " "))).isEqualTo(DecisionRefusal.NOTE_MISSING);
        for (var digits : List.of("123456789018", "番号は１２３４ ５６７８-９０１８です", "1234-5678-9018")) {
            assertThat(why(decide(sheet, WorkDecision.CLOSED, digits)))
                    .as(digits)
                    .isEqualTo(DecisionRefusal.NOTE_HOLDS_A_NUMBER);
        }
        assertThat(decide(sheet, WorkDecision.CLOSED, "2026-11-22 転出済み、文書28-1234567890123"))
                .isInstanceOf(Decided.Done.class);
        assertThat(decide(sheet, WorkDecision.ASK_AGAIN, ""))
                .isEqualTo(new Decided.Refused(DecisionRefusal.DECIDED_ALREADY));
    }

    @Test
    void anItemAboutSomebodyOutOfUseCanOnlyBeClosed() throws SQLException {
        take(0, 60, false);
        delete(0);
        var sheet = only();

        assertThat(sheet.choices()).containsExactly(WorkDecision.CLOSED);
        assertThat(why(decide(sheet, WorkDecision.ACCEPT, ""))).isEqualTo(DecisionRefusal.NOT_A_CHOICE);
        assertThat(decide(sheet, WorkDecision.CLOSED, "誤登録")).isInstanceOf(Decided.Done.class);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsTold() throws Exception {
        take(0, 60, false);
        var sheet = only();
        try (var callers = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<Decided>();
            for (var reply : callers.invokeAll(List.<Callable<Decided>>of(
                    () -> decide(sheet, WorkDecision.ACCEPT, ""), () -> decide(sheet, WorkDecision.REJECT, "")))) {
                outcomes.add(reply.get());
            }
            assertThat(outcomes.stream().filter(outcome -> outcome instanceof Decided.Done))
                    .hasSize(1);
            assertThat(outcomes).contains(new Decided.Refused(DecisionRefusal.DECIDED_ALREADY));
        }
        assertThat(recorded()).hasSize(2);
    }

    @Test
    void strangersAndWrongPurposesDecideNothing() throws SQLException {
        take(0, 60, false);
        var id = only().id();
        for (var stranger : List.of(machine.clerk(TestMachine.SAITAMA), machine.actor(Role.OPERATOR))) {
            assertThatThrownBy(() -> work.decide(stranger, PENSION, HERE, id, WorkDecision.ACCEPT, ""))
                    .isInstanceOf(StaffRefused.class);
            assertThatThrownBy(() -> work.list(stranger, HERE, 10)).isInstanceOf(StaffRefused.class);
        }
        var elsewhere = machine.clerk(TestMachine.SAITAMA);
        assertThat(why(work.decide(elsewhere, PENSION, TestMachine.SAITAMA, id, WorkDecision.ACCEPT, "")))
                .isEqualTo(DecisionRefusal.NOT_THERE);
        assertThat(work.item(elsewhere, TestMachine.SAITAMA, id)).isEmpty();
        var tax = new Ground("tax", "P-08");
        assertThat(why(work.decide(machine.clerk(HERE), tax, HERE, id, WorkDecision.ACCEPT, "")))
                .isEqualTo(DecisionRefusal.PURPOSE);
        try (var connection = machine.application();
                var _ = machine.part(Jobs.class).lock(connection, HERE)) {
            assertThat(why(decide(only(), WorkDecision.ACCEPT, ""))).isEqualTo(DecisionRefusal.JOB_RUNNING);
        }
        assertThat(work.item(machine.clerk(HERE), HERE, id)).isPresent();
        assertThat(numbers(0)).containsExactly("1|1|1", "2|3|3");
    }

    private void take(int person, int number, boolean certified) {
        take(InventedFiles.found(
                1, InventedFiles.userNumber(HERE, person), InventedFiles.digits(HERE, number), certified));
    }

    private void take(String row) {
        machine.take(
                JobKind.RESULTS, HERE, InventedFiles.write(machine.folder().resolve("take-" + files++ + ".csv"), row));
    }

    private WorkSheet only() {
        var sheets = work.list(machine.clerk(HERE), HERE, 10);
        assertThat(sheets).hasSize(1);
        return sheets.getFirst();
    }

    private Decided decide(WorkSheet sheet, WorkDecision decision, String note) {
        return work.decide(machine.clerk(HERE), PENSION, HERE, sheet.id(), decision, note);
    }

    private static DecisionRefusal why(Decided decided) {
        if (decided instanceof Decided.Refused refused) {
            return refused.why();
        }
        throw new AssertionError("it was done");
    }

    private void delete(int person) throws SQLException {
        var registry = machine.part(Registry.class);
        var clerk = machine.clerk(HERE);
        var subject = subject(person);
        if (registry.see(clerk, PENSION, HERE, subject) instanceof PersonPage.Shown shown) {
            registry.delete(clerk, PENSION, HERE, subject, shown.version(), EndReason.WRONG_PERSON);
        }
        assertThat(Sql.number(administrator, "select state from linkage.subject where id = " + subject))
                .isEqualTo(2);
    }

    private long inForce(int person) throws SQLException {
        var vault = machine.part(Vault.class);
        return vault.reveal(machine.clerk(HERE), Purpose.PENSION_PAYMENT, HERE, subject(person), "test")
                        instanceof Revealed.Shown(var number, var _)
                ? number.inTheClear()
                : -1;
    }

    /// Generation, state, and state in the index.
    private List<String> numbers(int person) throws SQLException {
        return numbers(subject(person), "n.state");
    }

    private List<String> numbers(long subject, String state) throws SQLException {
        return Sql.rows(administrator, """
                select n.generation, %s, i.state from vault.sealed_number n
                  left join vault.number_index i using (subject, generation) where n.subject = %d order by 1
                """.formatted(state, subject));
    }

    private long subject(int person) throws SQLException {
        return machine.subject(InventedFiles.userNumber(HERE, person));
    }

    private List<String> recorded() throws SQLException {
        return Sql.rows(administrator, """
                select event, purpose, subject, details from audit.record
                 where event in ('work-decided', 'decision-refused') order by seq
                """);
    }
}
