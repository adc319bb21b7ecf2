package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.intake.SourceRow.Identifiers;
import jp.bansho.numbers.linkage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DependantRowsTest {

    private static final String USER = "2800000001";
    private static final String NUMBER = Invented.number(98765432109L);

    private final DependantRows reader = new DependantRows(Invented.ASSOCIATION);

    @Test
    void aRowIsAClaimOfADependantAndNeverCertified() {
        var number = IndividualNumber.parse(NUMBER).orThrow();
        assertThat(Reading.row(reader, NUMBER + "," + USER + ",K0000001"))
                .isEqualTo(new Claim(
                        1, USER, Kind.DEPENDANT, number, false, new Identifiers("K0000001", null, null, null)));
        assertThat(Reading.row(reader, NUMBER + "," + USER + ","))
                .isEqualTo(new Claim(1, USER, Kind.DEPENDANT, number, false, Identifiers.NONE));
    }

    @ParameterizedTest(name = "{0} is {1} in column {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "000000000000,2800000001,K0000001; ALL_ZERO; 1",
                "12345678901,2800000001,K0000001; WIDTH; 1",
                "１２３４５６７８９０１２,2800000001,K0000001; NOT_DIGITS; 1",
                ",2800000001,K0000001; OBLIGATORY; 1",
                "\"123456789018\",2800000001,K0000001; QUOTE; 1"
            })
    void aBrokenNumberIsNamedWithItsPerson(String line, String rule, int column) {
        assertThat(Reading.row(reader, line)).isEqualTo(new Dismissed(1, RowOutcome.INVALID, rule, column, USER));
    }

    @Test
    void aWrongCheckDigitAndAForeignOwnNumberAreNamed() {
        assertThat(Reading.row(reader, Invented.mistyped(98765432109L) + "," + USER + ",K0000001"))
                .isEqualTo(new Dismissed(1, RowOutcome.INVALID, "CHECK_DIGIT", 1, USER));
        assertThat(Reading.row(reader, NUMBER + "," + USER + ",X1"))
                .isEqualTo(new Dismissed(1, RowOutcome.INVALID, "LENGTH", 3, USER));
    }

    @Test
    void swappedColumnsDoNotPutTheNumberIntoTheFinding() {
        var row = Reading.row(reader, USER + "," + NUMBER + ",K0000001");
        assertThat(row).isEqualTo(new Dismissed(1, RowOutcome.INVALID, "WIDTH", 1, null));
    }

    @Test
    void aRowWithTooFewOrTooManyColumnsNamesNobody() {
        for (var line : new String[] {NUMBER + "," + USER, NUMBER + "," + USER + ",K0000001,", NUMBER + "," + NUMBER}) {
            assertThat(Reading.row(reader, line))
                    .isEqualTo(new Dismissed(1, RowOutcome.INVALID, "COLUMN_COUNT", 0, null));
        }
    }

    @Test
    void fullWidthDigitsInShiftJisAreNoDigitsEither() {
        var line = (NUMBER.substring(0, 6) + "１２３," + USER + ",K0000001\r\n");
        var rows = Reading.rows(reader, line.getBytes(java.nio.charset.Charset.forName("Shift_JIS")));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst())
                .isInstanceOfSatisfying(
                        Dismissed.class, row -> assertThat(row.outcome()).isEqualTo(RowOutcome.INVALID));
    }

    @Test
    void aByteOrderMarkSpoilsTheFirstRowOnly() {
        var good = NUMBER + "," + USER + ",K0000001\r\n";
        var rows = Reading.rows(reader, ("\uFEFF" + good + good).getBytes(StandardCharsets.UTF_8));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).isEqualTo(new Dismissed(1, RowOutcome.INVALID, "BYTE_ORDER_MARK", 0, USER));
        assertThat(rows.get(1)).isInstanceOf(Claim.class);
    }
}
