package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.intake.SourceRow.Identifiers;
import jp.bansho.numbers.linkage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierRowsTest {

    private static final String USER = "2800000001";

    private final IdentifierRows reader = new IdentifierRows(Invented.ASSOCIATION);

    @Test
    void aRowBringsIdentifiersAndNoNumber() {
        assertThat(Reading.row(reader, USER + ",1,280000000000001,1234567890,12345678,K0000001"))
                .isEqualTo(new Claim(
                        1,
                        USER,
                        Kind.RECIPIENT,
                        null,
                        false,
                        new Identifiers("K0000001", "280000000000001", "1234567890", "12345678")));
        assertThat(Reading.row(reader, USER + ",2,,,,"))
                .isEqualTo(new Claim(1, USER, Kind.SPOUSE, null, false, Identifiers.NONE));
        assertThat(Reading.row(reader, USER + ",3,,,,"))
                .isEqualTo(new Claim(1, USER, Kind.DEPENDANT, null, false, Identifiers.NONE));
    }

    @ParameterizedTest(name = "{0} is {1} in column {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "2800000001,4,,,,; VALUE; 2",
                "2800000001,,,,,; OBLIGATORY; 2",
                "2800000001,1,110000000000001,,,; PATTERN; 3",
                "2800000001,1,28,,,; WIDTH; 3",
                "2800000001,1,,123456789,,; WIDTH; 4",
                "2800000001,1,,12345678901,,; WIDTH; 4",
                "2800000001,1,,,1234567,; WIDTH; 5",
                "2800000001,1,,,,K000000; LENGTH; 6",
                "2800000001,1,,,,k0000001; PATTERN; 6"
            })
    void anIdentifierThatIsNoneIsNamed(String line, String rule, int column) {
        assertThat(Reading.row(reader, line)).isEqualTo(new Dismissed(1, RowOutcome.INVALID, rule, column, USER));
    }

    @Test
    void aNumberWhereAnIdentifierBelongsIsNotRepeated() {
        var number = Invented.number(12345678901L);
        for (var column = 1; column <= 6; column++) {
            var line = Invented.with(USER + ",1,,,,", column, number);
            assertThat(Reading.row(reader, line))
                    .as("column " + column)
                    .isInstanceOfSatisfying(
                            Dismissed.class, row -> assertThat(row.toString()).doesNotContain(number));
        }
    }
}
