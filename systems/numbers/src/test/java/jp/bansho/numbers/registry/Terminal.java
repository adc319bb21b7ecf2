package jp.bansho.numbers.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.registry.Confirmation.TypedAgain;
import jp.bansho.numbers.registry.Confirmation.TypedOnce;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;

/// A clerk of 28 at the business terminal of a whole machine, and an administrator who looks behind it.
final class Terminal implements AutoCloseable {

    static final int HERE = TestMachine.HYOGO;
    static final Ground PENSION = new Ground("pension", "P-06");
    static final Ground TAX = new Ground("tax", "P-08");

    final TestMachine machine = TestMachine.start();
    final Connection administrator;
    final Actor clerk = machine.clerk(HERE);

    Terminal() throws SQLException {
        administrator = machine.superuser();
        machine.register(HERE, 900, 901);
    }

    Registry registry() {
        return machine.part(Registry.class);
    }

    static Identifiers identifiers(int person) {
        return new Identifiers(InventedFiles.userNumber(HERE, person), null, null, null, null);
    }

    static TypedNumber number(int person) {
        return TypedNumber.of(InventedFiles.digits(HERE, person));
    }

    /// A recipient with the user number of one invented person and the number of another.
    static NewPerson recipient(int person, int number) {
        return new NewPerson(Kind.RECIPIENT, identifiers(person), number(number), new TypedOnce());
    }

    static NewPerson dependant(int person) {
        return new NewPerson(Kind.DEPENDANT, identifiers(person), number(person), new TypedAgain(number(person)));
    }

    Outcome register(NewPerson person) {
        return registry().register(clerk, person.kind() == Kind.DEPENDANT ? TAX : PENSION, HERE, person);
    }

    /// Registers an invented person as a recipient.
    long registered(int person) {
        return done(register(recipient(person, person))).subject();
    }

    String version(long subject) {
        return shown(subject).version();
    }

    PersonPage.Shown shown(long subject) {
        for (var ground : List.of(PENSION, TAX)) {
            if (registry().see(clerk, ground, HERE, subject) instanceof PersonPage.Shown shown) {
                return shown;
            }
        }
        throw new AssertionError("the person is not shown");
    }

    Outcome changeNumber(long subject, String version, int number) {
        return registry()
                .changeNumber(
                        clerk,
                        PENSION,
                        HERE,
                        subject,
                        version,
                        number(number),
                        new TypedOnce(),
                        ChangeReason.ON_REQUEST);
    }

    Outcome delete(long subject) {
        return registry().delete(clerk, PENSION, HERE, subject, version(subject), EndReason.TWICE);
    }

    /// The number that is in force of a recipient; -1 if none is.
    long inForce(long subject) {
        return machine.part(Vault.class).reveal(clerk, Purpose.PENSION_PAYMENT, HERE, subject, "test")
                        instanceof Revealed.Shown(var number, var _)
                ? number.inTheClear()
                : -1;
    }

    static Outcome.Done done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done;
        }
        throw new AssertionError("it was not done: " + outcome);
    }

    static Refusal why(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.why();
        }
        throw new AssertionError("it was done: " + outcome);
    }

    long count(String sql) throws SQLException {
        return Sql.number(administrator, "select count(*) " + sql);
    }

    /// Events of the registry desk with row of purpose and details, in their order.
    List<String> recorded(long subject) throws SQLException {
        return Sql.rows(administrator, """
                select event, purpose, details from audit.record
                 where subject = %d and event not in ('person-shown', 'number-revealed') order by seq
                """.formatted(subject));
    }

    @Override
    public void close() throws SQLException {
        administrator.close();
        machine.close();
    }
}
