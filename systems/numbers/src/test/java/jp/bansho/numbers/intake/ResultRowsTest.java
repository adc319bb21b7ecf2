package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.intake.SourceRow.Identifiers;
import jp.bansho.numbers.linkage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultRowsTest {

    private static final String USER = "2800000001";
    private static final String NUMBER = Invented.number(12345678901L);

    private static Claim claim(Kind kind, boolean certified) {
        return new Claim(
                1,
                USER,
                kind,
                IndividualNumber.parse(NUMBER).orThrow(),
                certified,
                new Identifiers(null, null, null, null));
    }

    private static SourceRow row(String line) {
        return Reading.row(Reading.results(), line);
    }

    @Test
    void exactlyOneHitIsAClaimOfThePersonWhoseUserNumberCameBack() {
        assertThat(row(Invented.found(USER, NUMBER))).isEqualTo(claim(Kind.RECIPIENT, false));
        assertThat(row(Invented.spouse(USER, NUMBER))).isEqualTo(claim(Kind.SPOUSE, false));
    }

    @Test
    void onlyTheStatusNumberChangedCertifiesASecondNumber() {
        assertThat(row(Invented.changed(USER, NUMBER))).isEqualTo(claim(Kind.RECIPIENT, true));
        assertThat(row(Invented.with(Invented.found(USER, NUMBER), 24, "1"))).isEqualTo(claim(Kind.RECIPIENT, false));
    }

    @Test
    void nobodyAndARequestInErrorLinkNobody() {
        assertThat(row(Invented.nobody(USER))).isEqualTo(new Dismissed(1, RowOutcome.NO_HIT, "", 18, USER));
        assertThat(row(Invented.refused(USER)))
                .isEqualTo(new Dismissed(1, RowOutcome.INVALID, "REQUEST_ERROR", 18, USER));
    }

    @Test
    void ofSeveralHitsNoneIsAClaimAndOnlyTheFirstAsksForAPerson() {
        var rows = Reading.rows(
                Reading.results(),
                Invented.oneOf(1, 3, USER, NUMBER),
                Invented.oneOf(2, 3, USER, Invented.number(2)),
                Invented.oneOf(3, 3, USER, Invented.number(3)));
        assertThat(rows)
                .containsExactly(
                        new Dismissed(1, RowOutcome.SEVERAL_HITS, "", 19, USER),
                        new Dismissed(2, RowOutcome.SEVERAL_HITS, ResultRows.FURTHER_HIT, 19, USER),
                        new Dismissed(3, RowOutcome.SEVERAL_HITS, ResultRows.FURTHER_HIT, 19, USER));
    }

    @Test
    void aRowThatCallsItselfFoundButCountsTwoHitsIsInvalid() {
        assertThat(row(Invented.with(Invented.found(USER, NUMBER), 19, "2")))
                .isEqualTo(new Dismissed(1, RowOutcome.INVALID, "COMBINATION", 19, USER));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "000000000000, ALL_ZERO",
        "12345678901, WIDTH",
        "12345678901a, NOT_DIGITS",
        "１２３４５６７８９０１２, NOT_DIGITS",
        "'', COMBINATION"
    })
    void aNumberThatIsNoneIsNamedByTheRuleItBreaks(String number, String rule) {
        assertThat(row(Invented.found(USER, number))).isEqualTo(new Dismissed(1, RowOutcome.INVALID, rule, 31, USER));
    }

    @Test
    void everyOtherLastDigitIsRefusedByItsCheckDigit() {
        for (var digit = 0; digit < 10; digit++) {
            var number = NUMBER.substring(0, 11) + digit;
            var expected = number.equals(NUMBER)
                    ? claim(Kind.RECIPIENT, false)
                    : new Dismissed(1, RowOutcome.INVALID, "CHECK_DIGIT", 31, USER);
            assertThat(row(Invented.found(USER, number)))
                    .as("last digit " + digit)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"1100000001, PATTERN", "280000000, LENGTH", "28000000AB, PATTERN"})
    void aUserNumberOfSomebodyElseIsNotOursAndIsNotRepeated(String user, String rule) {
        assertThat(row(Invented.found(user, NUMBER))).isEqualTo(new Dismissed(1, RowOutcome.NOT_OURS, rule, 4, null));
    }

    @Test
    void aNumberInThePlaceOfTheUserNumberIsNotRepeated() {
        var row = row(Invented.found(NUMBER, NUMBER));
        assertThat(row).isEqualTo(new Dismissed(1, RowOutcome.NOT_OURS, "LENGTH", 4, null));
        assertThat(row.toString()).doesNotContain(NUMBER);
    }

    @Test
    void aClaimDoesNotPrintItsNumber() {
        assertThat(row(Invented.found(USER, NUMBER)).toString()).contains(USER).doesNotContain(NUMBER);
    }
}
