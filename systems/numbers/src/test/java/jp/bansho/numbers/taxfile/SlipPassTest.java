package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.intake.Invented;
import jp.bansho.numbers.intake.Town;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlipPassTest {

    private static final java.nio.charset.Charset LATIN = StandardCharsets.ISO_8859_1;
    private static final String USER = "2800000001";
    private static final long NUMBER = 12_345_678_901L;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    /// A slip of somebody alone, as bytes in Latin 1, without its line end.
    private static String slip = "";

    @BeforeAll
    static void borrowASlip() throws IOException {
        slip = Slips.alone(folder.resolve("town"), USER);
    }

    private static byte[] file(String... lines) {
        return Invented.file(lines).getBytes(LATIN);
    }

    private static SlipPass pass(NumberMap numbers) {
        return new SlipPass(
                Layouts.find("nta-377-source", Town.TAX_YEAR),
                Layouts.find("nta-377", Town.TAX_YEAR),
                numbers,
                List.of(Invented.ASSOCIATION.userNumbers()));
    }

    private static String run(SlipPass pass, byte[] source) {
        try {
            var out = new ByteArrayOutputStream();
            pass.run(new ByteArrayInputStream(source), out, Progress.SILENT, source.length);
            return out.toString(LATIN);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static NumberMap book(String... users) {
        var map = new NumberMap(users.length, 0, users.length);
        for (var i = 0; i < users.length; i++) {
            var key = users[i].getBytes(LATIN);
            map.link(NumberMap.pack(key, 0, key.length), NumberMap.pack(key, 8, key.length), i);
            map.number(i, NUMBER + i);
        }
        return map;
    }

    private static String expected(String line, String recipient, String spouse) {
        var fields = Arrays.copyOf(
                Invented.with(Invented.with(line, 53, recipient), 57, spouse).split(",", -1), 71);
        return String.join(",", fields) + "\r\n";
    }

    @Test
    void aNumberIsAZeroAndTwelveDigitsAndTheKeyColumnsAreGone() {
        var pass = pass(book(USER));
        assertThat(run(pass, file(slip))).isEqualTo(expected(slip, "0012345678901", ""));
        assertThat(pass.missing).isEmpty();
        assertThat(pass.filled).isEqualTo(1);
        assertThat(pass.outcomes.getFirst().count(SlipOutcome.COMPLETE.code())).isEqualTo(1);
    }

    @Test
    void aSpouseHasTheSpousesNumber() {
        var pass = pass(book(USER, "2800000002"));
        var line = Slips.withSpouse(slip, "2800000002");
        assertThat(run(pass, file(line))).isEqualTo(expected(line, "0012345678901", "0012345678902"));
    }

    @Test
    void anUnknownKeyLeavesTheFieldEmptyAndIsListed() {
        var pass = pass(book(USER));
        var line = Slips.withSpouse(slip, "2800000002");
        assertThat(run(pass, file(slip, line)))
                .isEqualTo(expected(slip, "0012345678901", "") + expected(line, "0012345678901", ""));
        assertThat(pass.missing).containsExactly(new Missing(2, 57, "2800000002", "unknown"));
        assertThat(pass.outcomes.getFirst().count(SlipOutcome.MISSING.code())).isEqualTo(1);
    }

    @Test
    void aNameWithoutAKeyIsListedAsSuch() {
        var pass = pass(book(USER));
        run(pass, file(Slips.withSpouse(slip, "")));
        assertThat(pass.missing).containsExactly(new Missing(1, 57, "", "no-key"));
    }

    @Test
    void aKeyOfTwoAssociationsIsAmbiguousAndNobodysNumberIsFilledIn() {
        var pass = pass(book(USER, USER));
        assertThat(run(pass, file(slip))).isEqualTo(expected(slip, "", ""));
        assertThat(pass.missing).containsExactly(new Missing(1, 53, USER, "ambiguous"));
    }

    @Test
    void aNumberThatSlippedIntoAKeyColumnIsListedByLineAndFieldAlone() {
        var number = Invented.number(NUMBER);
        var pass = pass(book(USER));
        run(pass, file(Invented.with(slip, 72, number), Invented.with(slip, 72, "0" + number)));
        assertThat(pass.missing)
                .containsExactly(
                        new Missing(1, 53, "", "not-a-user-number"), new Missing(2, 53, "", "not-a-user-number"));
        assertThat(pass.missing.toString()).doesNotContain(number);
    }

    @Test
    void aSlipThatHasANumberAlreadyIsAViolation() {
        var pass = pass(book(USER));
        assertThat(run(pass, file(Invented.with(slip, 53, "0" + Invented.number(NUMBER)))))
                .isEmpty();
        assertThat(pass.violations).containsExactly(new Violation(1, 53, Rule.EMPTY_EXPECTED));
    }

    @Test
    void everyViolationOfASlipIsReportedAndItsNeighboursAreWritten() {
        var pass = pass(book(USER));
        var bad = Invented.with(Invented.with(slip, 1, "375"), 12, "x");
        assertThat(run(pass, file(slip, bad, slip)))
                .isEqualTo(expected(slip, "0012345678901", "").repeat(2));
        assertThat(pass.violations)
                .extracting(Violation::line, Violation::column, Violation::rule)
                .contains(tuple(2L, 1, Rule.VALUE), tuple(2L, 12, Rule.FULL_WIDTH_EXPECTED));
        assertThat(pass.outcomes.getFirst().count(SlipOutcome.INVALID.code())).isEqualTo(1);
    }

    @Test
    void anEmptyFileHasNoSlipsAndNoOutput() {
        var pass = pass(book(USER));
        assertThat(run(pass, new byte[0])).isEmpty();
        assertThat(pass.slips).isZero();
        assertThat(pass.outcomes).isEmpty();
    }
}
