package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.job.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("file.csv"), content);
    }

    @Test
    void fromEveryPlaceOnTheRestReadsTheSameInBatchesOfAnySize() throws IOException {
        var seed = 20260729L;
        var random = new Random(seed);
        for (var round = 0; round < 30; round++) {
            var file = write(randomLines(random).getBytes(StandardCharsets.UTF_8));
            var whole = Reading.batches(file, Reading.results(), Cursor.START, Integer.MAX_VALUE >> 8).stream()
                    .flatMap(batch -> batch.rows().stream())
                    .toList();
            var size = 1 + random.nextInt(9);
            var number = 1;
            for (var batch : Reading.batches(file, Reading.results(), Cursor.START, size)) {
                var done = batch.firstLine() + batch.rows().size() - 1;
                var from = new Cursor(++number, done + 1, batch.nextOffset());
                var rest = Reading.batches(file, Reading.results(), from, 1 + random.nextInt(9)).stream()
                        .flatMap(next -> next.rows().stream())
                        .toList();
                assertThat(rest)
                        .as("seed %d, round %d, after line %d", seed, round, done)
                        .isEqualTo(whole.subList((int) done, whole.size()));
            }
        }
    }

    private static String randomLines(Random random) {
        var text = new StringBuilder();
        var lines = 1 + random.nextInt(60);
        for (var i = 0; i < lines; i++) {
            var user = Invented.user(28, random.nextInt(50));
            var number = Invented.number(random.nextLong(100_000_000_000L));
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 -> Invented.nobody(user);
                        case 1 -> Invented.with(Invented.found(user, number), 26, "髙﨑 𠮷太郎 葛\uDB40\uDD00");
                        case 2 -> "";
                        case 3 -> "x,".repeat(random.nextInt(60));
                        default -> Invented.found(user, number);
                    });
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "\n";
                        case 1 -> "\r";
                        default -> "\r\n";
                    });
        }
        return text.toString();
    }

    @Test
    void aTornRowNamesNobodyWhateverStandsInTheUserNumbersPlace() throws IOException {
        var seed = 7L;
        var random = new Random(seed);
        var number = Invented.number(12345678901L);
        var lines = new ArrayList<String>();
        for (var i = 0; i < 300; i++) {
            var columns = new ArrayList<>(
                    Arrays.asList(Invented.found("2800000001", number).split(",", -1)));
            columns.remove(random.nextInt(columns.size()));
            if (random.nextBoolean()) {
                columns.add(random.nextInt(columns.size()), number);
            }
            lines.add(String.join(",", columns));
        }
        var rows = Reading.rows(Reading.results(), lines.toArray(String[]::new));
        assertThat(rows).hasSize(lines.size());
        assertThat(rows)
                .as("seed " + seed)
                .allSatisfy(row -> assertThat(row.toString()).doesNotContain(number));
    }

    @Test
    void aFileThatEndsWithoutALineEndSaysSoAboutItsLastRowAlone() {
        var line = Invented.found("2800000001", Invented.number(1));
        var rows = Reading.rows(Reading.results(), (Invented.file(line) + line).getBytes(StandardCharsets.UTF_8));
        assertThat(rows.get(0)).isInstanceOf(Claim.class);
        assertThat(rows.get(1)).isEqualTo(new Dismissed(2, RowOutcome.INVALID, "LINE_END", 0, "2800000001"));
        assertThat(rows).hasSize(2);
    }

    @Test
    void aWholeFileInShiftJisIsInvalidWhereverItsCharactersDiffer() {
        var line = Invented.with(Invented.found("2800000001", Invented.number(1)), 26, "架空　太郎");
        var plain = Invented.found("2800000002", Invented.number(2));
        var rows = Reading.rows(
                Reading.results(), Invented.file(line, plain, line).getBytes(Charset.forName("Shift_JIS")));
        assertThat(rows.get(0)).isEqualTo(new Dismissed(1, RowOutcome.INVALID, "CHARSET", 26, "2800000001"));
        assertThat(rows.get(1)).isInstanceOf(Claim.class);
        assertThat(rows.get(2)).isEqualTo(new Dismissed(3, RowOutcome.INVALID, "CHARSET", 26, "2800000001"));
    }

    @Test
    void aWholeFileInUtf16RegistersNothing() {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var number = Invented.number(1);
            var text = Invented.file(Invented.found("2800000001", number), Invented.found("2800000002", number));
            assertThat(Reading.rows(Reading.results(), text.getBytes(charset)))
                    .as(charset.name())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).isInstanceOfSatisfying(Dismissed.class, broken -> {
                        assertThat(broken.outcome()).isEqualTo(RowOutcome.INVALID);
                        assertThat(broken.echoKey()).isNull();
                    }));
        }
    }

    @Test
    void aLineOfAHundredMegabytesIsOneInvalidRowAndItsNeighboursAreRead() throws IOException {
        var good = Invented.found("2800000001", Invented.number(1)) + "\r\n";
        var file = folder.resolve("long.csv");
        var piece = "8".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(good.getBytes(StandardCharsets.UTF_8));
            for (var i = 0; i < 100; i++) {
                out.write(piece);
            }
            out.write(("\r\n" + good).getBytes(StandardCharsets.UTF_8));
        }
        var rows = Reading.batches(file, Reading.results(), Cursor.START, 10).stream()
                .flatMap(batch -> batch.rows().stream())
                .toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).isInstanceOf(Claim.class);
        assertThat(rows.get(1)).isEqualTo(new Dismissed(2, RowOutcome.INVALID, "RECORD_LENGTH", 0, null));
        assertThat(rows.get(2)).isInstanceOf(Claim.class);
    }
}
