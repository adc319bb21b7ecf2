package jp.bansho.numbers.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.registry.Confirmation.LastDeclaration;
import jp.bansho.numbers.registry.Confirmation.TypedAgain;
import jp.bansho.numbers.registry.Confirmation.TypedOnce;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One by one into the register (N3, N5).
class RegistrationTest {

    private static final int HERE = Terminal.HERE;

    private Terminal terminal;

    @BeforeEach
    void start() throws SQLException {
        terminal = new Terminal();
    }

    @AfterEach
    void stop() throws SQLException {
        terminal.close();
    }

    @Test
    void aPersonAndTheNumberAreRegisteredTogetherAndOnRecord() throws SQLException {
        var typed = new NewPerson(
                Kind.RECIPIENT,
                new Identifiers(" 2800000001 ", "K0000001", "281234567890123", "1234-567890", ""),
                TypedNumber.of(wide(InventedFiles.digits(HERE, 1))),
                new TypedOnce());

        var done = Terminal.done(terminal.register(typed));

        var page = terminal.shown(done.subject());
        assertThat(page.version()).isEqualTo(done.version());
        assertThat(page.hasNumber()).isTrue();
        assertThat(page.person().userNumber()).isEqualTo("2800000001");
        assertThat(page.person().basicPensionNumber()).isEqualTo("1234567890");
        assertThat(page.person().payrollNumber()).isNull();
        assertThat(page.person().pensionUse()).isTrue();
        assertThat(page.person().taxUse()).isFalse();
        assertThat(page.numbers().getFirst().provenance().source()).isEqualTo(3);
        assertThat(page.numbers().getFirst().provenance().actor()).isEqualTo("a.kumiai28");
        assertThat(terminal.inForce(done.subject())).isEqualTo(InventedFiles.number(HERE, 1));
        assertThat(terminal.recorded(done.subject()))
                .containsExactly(
                        "person-registered|P-06:number-registration|{\"kind\":\"recipient\"}",
                        "number-registered|P-06:number-registration|{\"generation\":1}");
    }

    @Test
    void whateverIsTypedWronglyIsRefusedWithASentenceAndNothingIsKept() throws SQLException {
        var digits = InventedFiles.digits(HERE, 1);
        var slip = digits.substring(0, 11) + (digits.charAt(11) == '9' ? '0' : (char) (digits.charAt(11) + 1));
        var attempts = new LinkedHashMap<NewPerson, Refusal>();
        attempts.put(recipient("2800000001", slip), Refusal.CHECK_DIGIT);
        attempts.put(recipient("2800000001", ""), Refusal.NUMBER_EMPTY);
        attempts.put(recipient("2800000001", digits + "1"), Refusal.NUMBER_LENGTH);
        attempts.put(recipient("2800000001", "12345678901x"), Refusal.NUMBER_CHARACTERS);
        attempts.put(recipient("2800000001", "000000000000"), Refusal.NUMBER_ZERO);
        attempts.put(recipient("1100000001", digits), Refusal.USER_NUMBER);
        attempts.put(recipient("", digits), Refusal.USER_NUMBER);
        attempts.put(recipient(digits, digits), Refusal.USER_NUMBER);
        attempts.put(with(new Identifiers("2800000001", "0000001", null, null, null)), Refusal.OWN_NUMBER);
        attempts.put(with(new Identifiers("2800000001", null, digits, null, null)), Refusal.CERTIFICATE_NUMBER);
        attempts.put(with(new Identifiers("2800000001", null, null, digits, null)), Refusal.BASIC_PENSION_NUMBER);
        attempts.put(with(new Identifiers("2800000001", null, null, null, digits)), Refusal.PAYROLL_NUMBER);
        attempts.forEach((typed, why) -> {
            var outcome = terminal.register(typed);
            assertThat(Terminal.why(outcome)).isEqualTo(why);
            assertThat(outcome.toString()).doesNotContain(digits).doesNotContain(slip);
            assertThat(typed.toString()).as("what was typed").doesNotContain(slip);
        });
        assertThat(Terminal.why(terminal.register(recipient("2800000001", slip))))
                .isEqualTo(Refusal.CHECK_DIGIT);
        assertThat(Refusal.CHECK_DIGIT.japanese()).isEqualTo("12桁目（検査用数字）が合いません。もう一度、番号確認書類と見比べてください。");

        assertThat(terminal.count("from linkage.subject")).isEqualTo(1);
        assertThat(terminal.count("from vault.sealed_number")).isEqualTo(1);
        assertThat(terminal.count("from audit.record where event = 'registration-refused'"))
                .isEqualTo(attempts.size() + 1);
    }

    @Test
    void aDependantsNumberIsTypedTwice() throws SQLException {
        var once = new NewPerson(Kind.DEPENDANT, Terminal.identifiers(5), Terminal.number(5), new TypedOnce());
        assertThat(Terminal.why(terminal.register(once))).isEqualTo(Refusal.TYPED_ONCE);
        var twice = new NewPerson(
                Kind.DEPENDANT, Terminal.identifiers(5), Terminal.number(5), new TypedAgain(Terminal.number(6)));
        assertThat(Terminal.why(terminal.register(twice))).isEqualTo(Refusal.TYPED_DIFFERENTLY);
        var unreadable = new NewPerson(
                Kind.DEPENDANT, Terminal.identifiers(5), Terminal.number(5), new TypedAgain(TypedNumber.of(null)));
        assertThat(Terminal.why(terminal.register(unreadable))).isEqualTo(Refusal.TYPED_DIFFERENTLY);
        var last = new NewPerson(Kind.DEPENDANT, Terminal.identifiers(5), Terminal.number(5), new LastDeclaration());
        assertThat(Terminal.why(terminal.register(last))).isEqualTo(Refusal.NOT_THE_LAST);

        var done = Terminal.done(terminal.register(Terminal.dependant(5)));

        assertThat(terminal.shown(done.subject()).person().taxUse()).isTrue();
        assertThat(terminal.recorded(done.subject()).getFirst()).contains("P-08:dependants-declaration");
    }

    @Test
    void aDeclarationIsComparedWithTheLastOneAndTheNumberStaysInTheVault() throws SQLException {
        var subject = Terminal.done(terminal.register(Terminal.dependant(5))).subject();
        var registry = terminal.registry();

        Terminal.done(registry.confirmAgainst(terminal.clerk, Terminal.TAX, HERE, subject, Terminal.number(5)));
        assertThat(Terminal.why(
                        registry.confirmAgainst(terminal.clerk, Terminal.TAX, HERE, subject, Terminal.number(6))))
                .isEqualTo(Refusal.NOT_THE_LAST);
        assertThat(terminal.recorded(subject))
                .endsWith(
                        "number-confirmed|P-08:dependants-declaration|{}",
                        "registration-refused|P-08:dependants-declaration|"
                                + "{\"act\":\"confirm\",\"reason\":\"not-the-last\"}");
    }

    @Test
    void aTakenUserNumberAndTheSamePersonAgainAreRefused() throws SQLException {
        terminal.registered(1);

        assertThat(Terminal.why(terminal.register(Terminal.recipient(1, 2)))).isEqualTo(Refusal.USER_NUMBER_TAKEN);
        assertThat(Terminal.why(terminal.register(Terminal.recipient(1, 1)))).isEqualTo(Refusal.SAME_NUMBER);
        assertThat(terminal.count("from linkage.subject")).isEqualTo(2);
        assertThat(terminal.count("from intake.work_item")).isZero();
    }

    @Test
    void aNumberSomebodyElseHoldsOpensOneWorkItemAndOverwritesNothing() throws SQLException {
        var holder = terminal.registered(1);

        assertThat(Terminal.why(terminal.register(Terminal.recipient(2, 1)))).isEqualTo(Refusal.HELD_BY_ANOTHER);
        assertThat(Terminal.why(terminal.register(Terminal.recipient(2, 1)))).isEqualTo(Refusal.HELD_BY_ANOTHER);
        assertThat(Terminal.why(terminal.register(Terminal.recipient(3, 1)))).isEqualTo(Refusal.HELD_BY_ANOTHER);

        assertThat(Sql.rows(terminal.administrator, """
                select job, line, reason, echo_key, subject, other_subject, generation, state
                  from intake.work_item order by id
                """))
                .containsExactly(
                        "0|0|held-by-another|2800000002|null|" + holder + "|1|open",
                        "0|0|held-by-another|2800000003|null|" + holder + "|1|open");
        assertThat(terminal.inForce(holder)).isEqualTo(InventedFiles.number(HERE, 1));
        assertThat(terminal.count("from linkage.subject")).isEqualTo(2);
    }

    @Test
    void otherAssociationsAndOperatorsAreRefusedAndOnRecord() throws SQLException {
        var other = terminal.machine.clerk(TestMachine.SAITAMA);
        var operator = terminal.machine.actor(Role.OPERATOR);
        var subject = terminal.registered(1);
        var version = terminal.version(subject);
        var registry = terminal.registry();
        for (var stranger : new Object[][] {{other, Refusal.OTHER_ASSOCIATION}, {operator, Refusal.OPERATOR}}) {
            var actor = (Actor) stranger[0];
            assertThat(Terminal.why(registry.register(actor, Terminal.PENSION, HERE, Terminal.recipient(2, 2))))
                    .isEqualTo(stranger[1]);
            assertThat(Terminal.why(
                            registry.delete(actor, Terminal.PENSION, HERE, subject, version, EndReason.WRONG_PERSON)))
                    .isEqualTo(stranger[1]);
            assertThat(Terminal.why(registry.changeIdentifiers(
                            actor, Terminal.PENSION, HERE, subject, version, Terminal.identifiers(9))))
                    .isEqualTo(stranger[1]);
            assertThat(Terminal.why(
                            registry.confirmAgainst(actor, Terminal.PENSION, HERE, subject, Terminal.number(1))))
                    .isEqualTo(stranger[1]);
        }
        // in its own association the stranger finds nobody under that handle
        assertThat(Terminal.why(registry.delete(
                        other, Terminal.PENSION, TestMachine.SAITAMA, subject, version, EndReason.WRONG_PERSON)))
                .isEqualTo(Refusal.NOT_THERE);
        assertThat(terminal.version(subject)).isEqualTo(version);
        assertThat(terminal.count("from audit.record where event = 'registration-refused' and association = 28"))
                .isEqualTo(8);
    }

    @Test
    void whatThePurposeDoesNotAllowIsRefusedAndTheRecordNamesTheRow() throws SQLException {
        var registry = terminal.registry();
        for (var ground : new Ground[] {
            new Ground("tax", "P-06"), new Ground("pension", "P-03"), new Ground("audit", "P-01"), Terminal.TAX
        }) {
            var outcome = registry.register(terminal.clerk, ground, HERE, Terminal.recipient(1, 1));
            assertThat(Terminal.why(outcome)).as(ground.toString()).isEqualTo(Refusal.PURPOSE);
        }
        assertThat(Sql.rows(
                        terminal.administrator,
                        "select purpose from audit.record where event = 'purpose-refused' order by seq"))
                .containsExactly(
                        "P-06:number-registration",
                        "P-03:pension-payment",
                        "P-01:pension-determination",
                        "P-08:dependants-declaration");
        assertThat(terminal.count("from linkage.subject")).isEqualTo(1);
    }

    private static NewPerson recipient(String userNumber, String number) {
        return new NewPerson(
                Kind.RECIPIENT,
                new Identifiers(userNumber, null, null, null, null),
                TypedNumber.of(number),
                new TypedOnce());
    }

    private static NewPerson with(Identifiers identifiers) {
        return new NewPerson(Kind.RECIPIENT, identifiers, Terminal.number(1), new TypedOnce());
    }

    /// As an input method leaves it: full-width, in groups.
    private static String wide(String digits) {
        var wide = new StringBuilder();
        for (var i = 0; i < digits.length(); i++) {
            wide.append(i == 4 ? "－" : i == 8 ? "　" : "").append((char) (digits.charAt(i) - '0' + '０'));
        }
        return wide.toString();
    }
}
