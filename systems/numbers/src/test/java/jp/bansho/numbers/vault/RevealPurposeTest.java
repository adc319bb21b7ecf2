package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The table of purposes stands before every number, and the record names its row (L1, C5). Persons 0 and 1 are
/// recipients, 5 and 6 dependants.
class RevealPurposeTest {

    private static final int HERE = TestMachine.HYOGO;

    private TestMachine machine;
    private Connection administrator;

    @BeforeEach
    void start() throws SQLException {
        machine = TestMachine.start();
        machine.register(HERE, 0, 2);
        machine.take(
                JobKind.DEPENDANTS,
                HERE,
                InventedFiles.dependants(machine.folder().resolve("d.csv"), HERE, 5, 7));
        administrator = machine.superuser();
    }

    @AfterEach
    void stop() throws SQLException {
        administrator.close();
        machine.close();
    }

    @Test
    void aNumberIsShownForHalfAMinute() throws SQLException {
        var before = Instant.now();

        assertThat(reveal("pension", "P-03", 0, ""))
                .isInstanceOfSatisfying(
                        Revealed.Shown.class,
                        shown -> assertThat(shown.until())
                                .isBetween(
                                        before.plus(Duration.ofSeconds(30)),
                                        Instant.now().plus(Duration.ofSeconds(30))));
    }

    @Test
    void aSensitiveRowDemandsAPasskeyAssertionAndTheRecordKeepsIt() throws SQLException {
        assertThat(reveal("tax", "P-08", 5, " "))
                .isInstanceOfSatisfying(
                        Revealed.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("evidence"));
        assertThat(reveal("tax", "dependants-declaration", 5, "assertion-of-today"))
                .isInstanceOf(Revealed.Shown.class);

        assertThat(recorded())
                .containsExactly(
                        "reveal-refused|P-08:dependants-declaration|"
                                + "{\"caseReference\":\"R8-1\",\"reason\":\"evidence-missing\"}",
                        "number-revealed|P-08:dependants-declaration|"
                                + "{\"caseReference\":\"R8-1\",\"evidence\":\"assertion-of-today\"}");
    }

    @Test
    void whatNoRowAllowsIsRefusedAndTheRecordNamesTheRow() throws SQLException {
        assertThat(reveal("tax", "P-03", 0, "")).as("another department").isInstanceOf(Revealed.Refused.class);
        assertThat(reveal("pension", "P-03", 5, "")).as("another kind").isInstanceOf(Revealed.Refused.class);
        assertThat(reveal("pension", "P-07", 0, "")).as("another act").isInstanceOf(Revealed.Refused.class);
        assertThat(reveal("pension", "P-99", 0, "")).as("no row").isInstanceOf(Revealed.Refused.class);

        assertThat(recorded())
                .containsExactly(
                        "purpose-refused|P-03:pension-payment|{\"act\":\"reveal\",\"row\":\"P-03\"}",
                        "purpose-refused|P-03:pension-payment|{\"act\":\"reveal\",\"row\":\"P-03\"}",
                        "purpose-refused|P-07:life-status|{\"act\":\"reveal\",\"row\":\"P-07\"}",
                        "purpose-refused|no-row|{\"act\":\"reveal\",\"row\":\"no-row\"}");
    }

    @Test
    void withoutACaseNothingIsShown() throws SQLException {
        var answer = machine.part(Vault.class)
                .reveal(machine.clerk(HERE), new Ground("pension", "P-03"), HERE, subject(0), " ", "");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Revealed.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("case"));
    }

    @Test
    void aSearchFindsOnlyPeopleOfTheKindsOfItsRow() throws SQLException {
        assertThat(seek("pension", "P-03", 0))
                .isInstanceOfSatisfying(
                        Sought.Found.class,
                        found -> assertThat(found.holder().state()).isEqualTo(NumberState.CURRENT));
        assertThat(seek("pension", "P-03", 5))
                .as("a dependant, for a purpose that does not concern dependants")
                .isInstanceOf(Sought.Nobody.class);
        assertThat(seek("pension", "P-03", 77)).isInstanceOf(Sought.Nobody.class);
        assertThat(seek("audit", "P-03", 0)).isInstanceOf(Sought.Refused.class);

        assertThat(recorded())
                .containsExactly(
                        "number-sought|P-03:pension-payment|{\"caseReference\":\"\",\"found\":true}",
                        "purpose-refused|P-03:pension-payment|{\"act\":\"seek\",\"row\":\"P-03\"}",
                        "number-sought|P-03:pension-payment|{\"caseReference\":\"\",\"found\":false}",
                        "purpose-refused|P-03:pension-payment|{\"act\":\"seek\",\"row\":\"P-03\"}");
    }

    private Revealed reveal(String department, String row, int person, String evidence) throws SQLException {
        return machine.part(Vault.class)
                .reveal(machine.clerk(HERE), new Ground(department, row), HERE, subject(person), "R8-1", evidence);
    }

    private Sought seek(String department, String row, int person) {
        var number = IndividualNumber.ofClear(InventedFiles.number(HERE, person));
        return machine.part(Vault.class).seek(machine.clerk(HERE), new Ground(department, row), HERE, number);
    }

    private long subject(int person) throws SQLException {
        return machine.subject(InventedFiles.userNumber(HERE, person));
    }

    private Iterable<String> recorded() throws SQLException {
        return Sql.rows(administrator, """
                select event, purpose, details from audit.record
                 where event in ('number-revealed', 'reveal-refused', 'purpose-refused', 'number-sought') order by seq
                """);
    }
}
