package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.KeptNumber;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever contradicts what is kept waits for a person and leaves it as it is.
class NothingOverwrittenTest {

    private static final int ASSOCIATION = TestMachine.HYOGO;

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    private static int people;
    private static int files;

    private String user = "";
    private String other = "";
    private String number = "";
    private String second = "";

    @BeforeAll
    static void start() {
        machine = TestMachine.start();
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    /// Two people nobody knows yet, and two numbers nobody holds.
    @BeforeEach
    void invent() {
        user = Invented.user(ASSOCIATION, ++people);
        number = Invented.number(20_000_000_000L + people);
        other = Invented.user(ASSOCIATION, ++people);
        second = Invented.number(20_000_000_000L + people);
    }

    private static JobSheet take(JobKind kind, String... lines) {
        try {
            var file = Files.writeString(machine.folder().resolve("file-" + ++files + ".csv"), Invented.file(lines));
            var order = new IntakeOrder(
                    kind, machine.clerk(ASSOCIATION), Purpose.NUMBER_REGISTRATION, ASSOCIATION, file, true);
            return machine.part(Intake.class).run(order, Progress.SILENT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JobSheet results(String... lines) {
        return take(JobKind.RESULTS, lines);
    }

    private static List<String> outcomes(JobSheet sheet) throws Exception {
        return Town.outcomes(machine, sheet.job().id());
    }

    private static List<OpenWork> work(String echoKey) {
        return machine.part(Intake.class).openWork(machine.actor(Role.FEDERATION), ASSOCIATION, 10_000).stream()
                .filter(item -> item.echoKey().equals(echoKey))
                .toList();
    }

    private static List<KeptNumber> history(String userNumber) throws Exception {
        var subject = machine.subject(userNumber);
        return machine.part(Transactions.class)
                .read(
                        new Scope.Association(ASSOCIATION),
                        connection -> machine.part(Vault.class).history(connection, subject));
    }

    private static Person person(String userNumber) {
        return java.util.Objects.requireNonNull(
                Town.people(machine, ASSOCIATION).get(userNumber));
    }

    private static String numberOf(String userNumber) {
        return Town.numbers(machine).getOrDefault(userNumber, "none");
    }

    private static String single(String sql) throws Exception {
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Test
    void aNumberThatSomebodyElseHoldsWaitsAndNamesTheHolder() throws Exception {
        results(Invented.found(user, number), Invented.found(other, second));
        assertThat(outcomes(results(Invented.found(other, number)))).containsExactly("conflict");
        assertThat(work(other)).extracting(OpenWork::reason).containsExactly(WorkItem.Reason.HELD_BY_ANOTHER);
        var item = work(other).getFirst().id();
        assertThat(single("select subject from intake.work_item where id = " + item))
                .isEqualTo("" + machine.subject(other));
        assertThat(single("select other_subject from intake.work_item where id = " + item))
                .isEqualTo("" + machine.subject(user));
        assertThat(numberOf(user)).isEqualTo(number);
        assertThat(numberOf(other)).isEqualTo(second);
    }

    @Test
    void aStrangerWithANumberThatSomebodyHoldsIsNotEvenEntered() throws Exception {
        results(Invented.found(user, number));
        assertThat(outcomes(results(Invented.found(other, number)))).containsExactly("conflict");
        assertThat(Town.people(machine, ASSOCIATION)).containsKey(user).doesNotContainKey(other);
        assertThat(work(other)).hasSize(1);
    }

    @Test
    void evenACertifiedChangeToANumberOfSomebodyElseWaits() throws Exception {
        results(Invented.found(user, number), Invented.found(other, second));
        assertThat(outcomes(results(Invented.changed(other, number)))).containsExactly("conflict");
        assertThat(numberOf(other)).isEqualTo(second);
        assertThat(history(other)).hasSize(1);
    }

    @Test
    void aSecondNumberIsProposedAndTheFirstStaysInForce() throws Exception {
        results(Invented.found(user, number));
        assertThat(outcomes(results(Invented.found(user, second)))).containsExactly("conflict");
        assertThat(history(user))
                .extracting(KeptNumber::generation, KeptNumber::state)
                .containsExactlyInAnyOrder(tuple(1, NumberState.CURRENT), tuple(2, NumberState.PROPOSED));
        assertThat(numberOf(user)).isEqualTo(number);
        assertThat(work(user)).extracting(OpenWork::reason).containsExactly(WorkItem.Reason.SECOND_NUMBER);
    }

    @Test
    void aFormerNumberThatComesAgainWaitsAndTheNewOneStays() throws Exception {
        results(Invented.found(user, number));
        assertThat(outcomes(results(Invented.changed(user, second)))).containsExactly("changed");
        assertThat(outcomes(results(Invented.found(user, number)))).containsExactly("conflict");
        assertThat(numberOf(user)).isEqualTo(second);
        assertThat(history(user))
                .extracting(KeptNumber::generation, KeptNumber::state)
                .containsExactlyInAnyOrder(tuple(1, NumberState.FORMER), tuple(2, NumberState.CURRENT));
        assertThat(work(user)).extracting(OpenWork::reason).containsExactly(WorkItem.Reason.FORMER_NUMBER);
    }

    @Test
    void aFormerNumberWaitsAlsoIfItComesInTheVeryFileThatChangedIt() throws Exception {
        results(Invented.found(user, number));
        assertThat(outcomes(results(Invented.changed(user, second), Invented.found(user, number))))
                .containsExactly("changed", "conflict");
        assertThat(numberOf(user)).isEqualTo(second);
    }

    @Test
    void theSameConflictAgainDoesNotWaitTwice() throws Exception {
        results(Invented.found(user, number), Invented.found(other, second));
        var third = Invented.number(30_000_000_000L + people);
        var lines = new String[] {
            Invented.found(other, number),
            Invented.found(user, third),
            Invented.nobody(Invented.user(ASSOCIATION, people + 50_000)),
            Invented.nobody(Invented.user(ASSOCIATION, people + 50_000))
        };
        var first = results(lines);
        var waiting = single("select count(*) from intake.work_item");
        var again = results(lines);
        assertThat(outcomes(again))
                .isEqualTo(outcomes(first))
                .containsExactly("conflict", "conflict", "no-hit", "no-hit");
        assertThat(single("select count(*) from intake.work_item")).isEqualTo(waiting);
        assertThat(work(other)).hasSize(1);
        assertThat(work(user)).hasSize(1);
        assertThat(history(user)).hasSize(2);
    }

    @Test
    void anInquiryWithSeveralHitsWaitsOnceAlsoIfItsFirstRowIsBroken() throws Exception {
        results(
                Invented.oneOf(1, 3, user, number),
                Invented.oneOf(2, 3, user, second),
                Invented.oneOf(3, 3, user, Invented.number(31_000_000_000L + people)));
        assertThat(work(user)).extracting(OpenWork::reason).containsExactly(WorkItem.Reason.SEVERAL_HITS);
        results(Invented.with(Invented.oneOf(1, 2, other, number), 29, "9"), Invented.oneOf(2, 2, other, second));
        assertThat(work(other)).extracting(OpenWork::reason).containsExactly(WorkItem.Reason.SEVERAL_HITS);
        assertThat(Town.people(machine, ASSOCIATION)).doesNotContainKeys(user, other);
    }

    @Test
    void aConflictThatWasDecidedWaitsAgainWhenItComesAgain() throws Exception {
        results(Invented.found(user, number), Invented.found(other, second));
        results(Invented.found(other, number));
        try (var connection = machine.superuser();
                var statement = connection.createStatement()) {
            statement.execute("update intake.work_item set state = 'decided'");
        }
        results(Invented.found(other, number));
        assertThat(work(other)).hasSize(1);
    }

    @Test
    void aDependantWhoIsARecipientGainsTheTaxUseAndKeepsThePensionUse() throws Exception {
        results(Invented.found(user, number));
        assertThat(person(user)).extracting(Person::pensionUse, Person::taxUse).containsExactly(true, false);
        assertThat(outcomes(take(JobKind.DEPENDANTS, number + "," + user + ",K0000001")))
                .containsExactly("unchanged");
        assertThat(person(user))
                .extracting(Person::kind, Person::pensionUse, Person::taxUse, Person::ownNumber)
                .containsExactly(Kind.RECIPIENT, true, true, "K0000001");
        assertThat(history(user)).hasSize(1);
    }

    @Test
    void aDependantWhoBecomesARecipientKeepsTheTaxUse() throws Exception {
        take(JobKind.DEPENDANTS, number + "," + user + ",");
        assertThat(outcomes(results(Invented.found(user, number)))).containsExactly("unchanged");
        assertThat(person(user)).extracting(Person::pensionUse, Person::taxUse).containsExactly(true, true);
    }

    @Test
    void anIdentifierThatDiffersIsKeptAsItWasAndWaits() throws Exception {
        take(JobKind.DEPENDANTS, number + "," + user + ",K0000001");
        assertThat(outcomes(take(JobKind.DEPENDANTS, number + "," + user + ",K0000002")))
                .containsExactly("conflict");
        assertThat(person(user).ownNumber()).isEqualTo("K0000001");
        assertThat(work(user)).extracting(OpenWork::reason).containsExactly(WorkItem.Reason.OTHER_IDENTIFIER);
        assertThat(outcomes(take(JobKind.IDENTIFIERS, user + ",3,,1234567890,,K0000002")))
                .containsExactly("conflict");
        assertThat(person(user).basicPensionNumber()).isNull();
    }

    @Test
    void everyKeptNumberSaysWhoBroughtItInWhichJobAndFromWhichSource() throws Exception {
        var first = results(Invented.found(user, number));
        var change = results(Invented.changed(user, second));
        assertThat(history(user))
                .extracting(
                        KeptNumber::generation,
                        kept -> kept.provenance().job(),
                        kept -> kept.provenance().actor(),
                        kept -> kept.provenance().source())
                .containsExactlyInAnyOrder(
                        tuple(1, first.job().id(), "a.kumiai28", 1),
                        tuple(2, change.job().id(), "a.kumiai28", 1));
    }
}
