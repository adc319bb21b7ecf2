package jp.bansho.numbers.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final int HERE = TestMachine.HYOGO;

    private static TestMachine machine;

    @BeforeAll
    static void start() {
        machine = TestMachine.start();
        for (var code : new int[] {HERE, TestMachine.SAITAMA}) {
            machine.take(
                    JobKind.DEPENDANTS,
                    code,
                    InventedFiles.dependants(machine.folder().resolve("d-" + code), code, 0, 4));
        }
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void anIdentifierThatTwoAssociationsUseFindsOnlyTheOwnPerson() {
        var found = find(HERE, Identifier.OWN_NUMBER, "K0000002");
        assertThat(found).extracting(Person::userNumber).containsExactly(InventedFiles.userNumber(HERE, 2));
        assertThat(find(TestMachine.SAITAMA, Identifier.OWN_NUMBER, "K0000002"))
                .extracting(Person::userNumber)
                .containsExactly(InventedFiles.userNumber(TestMachine.SAITAMA, 2));
        assertThat(find(HERE, Identifier.USER_NUMBER, InventedFiles.userNumber(TestMachine.SAITAMA, 2)))
                .isEmpty();
    }

    @Test
    void whatIsTypedIsAValueAndNeverPartOfAStatement() throws SQLException {
        try (var administrator = machine.superuser()) {
            var people = Sql.number(administrator, "select count(*) from linkage.subject");
            for (var typed : List.of(
                    "' or '1'='1",
                    "'; set bansho.association = '11'; select '",
                    "K0000002' or association = 11 --",
                    "$$; reset role; $$",
                    "\\'; drop table linkage.subject; --",
                    "%",
                    "K000000_",
                    "")) {
                for (var identifier : Identifier.values()) {
                    assertThat(find(HERE, identifier, typed)).as(typed).isEmpty();
                }
            }
            assertThat(Sql.number(administrator, "select count(*) from linkage.subject"))
                    .isEqualTo(people);
        }
    }

    @Test
    void everySearchIsOnRecordWithWhoWasFoundAndWithoutWhatWasTyped() throws SQLException {
        try (var administrator = machine.superuser()) {
            var before = Sql.number(administrator, "select max(seq) from audit.record");
            find(HERE, Identifier.OWN_NUMBER, "K0000001");
            find(HERE, Identifier.PAYROLL_NUMBER, "98765432");

            var subject = machine.subject(InventedFiles.userNumber(HERE, 1));
            assertThat(Sql.rows(administrator, """
                    select event, actor, purpose, association, subject, details from audit.record where seq > %d order by seq
                    """.formatted(before)))
                    .containsExactly(
                            "person-found|a.kumiai28|P-08:dependants-declaration|28|" + subject
                                    + "|{\"identifier\":\"OWN_NUMBER\"}",
                            "person-not-found|a.kumiai28|P-08:dependants-declaration|28|null|{\"identifier\":\"PAYROLL_NUMBER\"}");
        }
    }

    @Test
    void aKindOfPersonThePurposeDoesNotConcernIsNotFoundAndTheAttemptIsOnRecord() throws SQLException {
        try (var administrator = machine.superuser()) {
            var before = Sql.number(administrator, "select max(seq) from audit.record");
            assertThat(machine.part(Directory.class)
                            .find(
                                    machine.clerk(HERE),
                                    Purpose.PENSION_CONSULTATION,
                                    HERE,
                                    Identifier.OWN_NUMBER,
                                    "K0000001"))
                    .isEmpty();
            assertThat(Sql.rows(administrator, "select event, purpose from audit.record where seq > " + before))
                    .containsExactly("search-refused|P-05:pension-consultation");
        }
    }

    @Test
    void othersAreRefused() {
        for (var other : List.of(machine.clerk(TestMachine.SAITAMA), machine.actor(Role.OPERATOR))) {
            assertThatThrownBy(() -> machine.part(Directory.class)
                            .find(other, Purpose.DEPENDANTS_DECLARATION, HERE, Identifier.OWN_NUMBER, "K0000001"))
                    .isInstanceOf(StaffRefused.class);
        }
    }

    private static List<Person> find(int association, Identifier identifier, String value) {
        return machine.part(Directory.class)
                .find(machine.clerk(association), Purpose.DEPENDANTS_DECLARATION, association, identifier, value);
    }
}
