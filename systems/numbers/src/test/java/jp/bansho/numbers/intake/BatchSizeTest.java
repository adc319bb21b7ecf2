package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.Progress;
import jp.bansho.numbers.staff.Purpose;
import org.junit.jupiter.api.Test;

/// What becomes of a row does not depend on which rows share a transaction with it.
class BatchSizeTest {

    private static final long SEED = 20261122;
    private static final int ROWS = 400;

    @Test
    void aFileFullOfContradictionsEndsTheSameInOneBatchInManyBatchesAndInManyFiles() throws Exception {
        var random = new Random(SEED);
        var lines = new ArrayList<String>();
        for (var i = 0; i < ROWS; i++) {
            lines.add(row(random));
        }
        try (var whole = TestMachine.start();
                var cut = TestMachine.start()) {
            var expected = take(whole, lines);
            assertThat(expected).contains("registered", "unchanged", "changed", "conflict", "no-hit");
            var outcomes = new ArrayList<String>();
            for (var from = 0; from < ROWS; ) {
                var to = Math.min(ROWS, from + 1 + random.nextInt(20));
                outcomes.addAll(take(cut, lines.subList(from, to)));
                from = to;
            }
            assertSame("many files", outcomes, expected);
            assertThat(LogicalState.of(cut, false)).as("seed " + SEED).isEqualTo(LogicalState.of(whole, false));
            for (var size : new int[] {1, 2, 7}) {
                try (var batches = withBatchesOf(size)) {
                    assertSame("batches of " + size, take(batches, lines), expected);
                    assertThat(LogicalState.of(batches, true))
                            .as("seed %d, batches of %d", SEED, size)
                            .isEqualTo(LogicalState.of(whole, true));
                }
            }
        }
    }

    private static TestMachine withBatchesOf(int size) {
        System.setProperty("bansho.numbers.intake.batch-size", "" + size);
        try {
            return TestMachine.start();
        } finally {
            System.clearProperty("bansho.numbers.intake.batch-size");
        }
    }

    private static void assertSame(String how, List<String> outcomes, List<String> expected) {
        for (var i = 0; i < ROWS; i++) {
            assertThat(outcomes.get(i))
                    .as("seed %d, %s, line %d", SEED, how, i + 1)
                    .isEqualTo(expected.get(i));
        }
    }

    /// Few people and few numbers, so that they meet in every way.
    private static String row(Random random) {
        var user = Invented.user(28, random.nextInt(30));
        var number = Invented.number(40_000_000_000L + random.nextInt(60));
        return switch (random.nextInt(8)) {
            case 0, 1 -> Invented.changed(user, number);
            case 2 -> Invented.spouse(user, number);
            case 3 -> Invented.nobody(user);
            default -> Invented.found(user, number);
        };
    }

    private static int files;

    private static List<String> take(TestMachine machine, List<String> lines) throws Exception {
        var file = machine.folder().resolve("part-" + ++files + ".csv");
        Files.writeString(file, Invented.file(lines.toArray(String[]::new)));
        var order = new IntakeOrder(JobKind.RESULTS, machine.clerk(28), Purpose.NUMBER_REGISTRATION, 28, file, true);
        var sheet = machine.part(Intake.class).run(order, Progress.SILENT);
        return Town.outcomes(machine, sheet.job().id());
    }
}
