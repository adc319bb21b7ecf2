package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import org.junit.jupiter.api.Test;

/// What becomes of a row does not depend on which rows share a transaction with it.
class BatchSizeTest {

    private static final long SEED = 20261122;
    private static final int ROWS = 300;

    @Test
    void filesFullOfContradictionsEndTheSameInOneBatchInManyBatchesAndInManyFiles() throws Exception {
        var random = new Random(SEED);
        var lines = Stream.generate(() -> result(random)).limit(ROWS).toList();
        var further = Stream.generate(() -> identifiers(random)).limit(ROWS).toList();
        try (var whole = TestMachine.start();
                var cut = TestMachine.start()) {
            var expected = take(whole, JobKind.RESULTS, lines);
            assertThat(expected).contains("registered", "unchanged", "changed", "conflict", "no-hit");
            var expectedFurther = take(whole, JobKind.IDENTIFIERS, further);
            assertThat(expectedFurther).contains("registered", "unchanged", "conflict");
            assertSame("many files", inParts(cut, JobKind.RESULTS, lines, random), expected);
            assertSame("many files", inParts(cut, JobKind.IDENTIFIERS, further, random), expectedFurther);
            assertThat(LogicalState.of(cut, false)).as("seed " + SEED).isEqualTo(LogicalState.of(whole, false));
            for (var size : new int[] {2, 7}) {
                try (var batches = withBatchesOf(size)) {
                    var how = "batches of " + size;
                    assertSame(how, take(batches, JobKind.RESULTS, lines), expected);
                    assertSame(how, take(batches, JobKind.IDENTIFIERS, further), expectedFurther);
                    assertThat(batchesOf(batches)).as(how).isEqualTo(2L * ((ROWS + size - 1) / size));
                    assertThat(LogicalState.of(batches, true))
                            .as("seed %d, %s", SEED, how)
                            .isEqualTo(LogicalState.of(whole, true));
                }
            }
        }
    }

    private static List<String> inParts(TestMachine machine, JobKind kind, List<String> lines, Random random)
            throws Exception {
        var outcomes = new ArrayList<String>();
        for (var from = 0; from < ROWS; ) {
            var to = Math.min(ROWS, from + 1 + random.nextInt(20));
            outcomes.addAll(take(machine, kind, lines.subList(from, to)));
            from = to;
        }
        return outcomes;
    }

    private static TestMachine withBatchesOf(int size) {
        System.setProperty("bansho.numbers.intake.batch-size", "" + size);
        try {
            var machine = TestMachine.start();
            // desks are made when they are first asked for, and only then look at the setting
            machine.part(Intake.class);
            return machine;
        } finally {
            System.clearProperty("bansho.numbers.intake.batch-size");
        }
    }

    private static long batchesOf(TestMachine machine) throws SQLException {
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from job.batch")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void assertSame(String how, List<String> outcomes, List<String> expected) {
        for (var i = 0; i < ROWS; i++) {
            assertThat(outcomes.get(i))
                    .as("seed %d, %s, line %d", SEED, how, i + 1)
                    .isEqualTo(expected.get(i));
        }
    }

    /// Few people in turn, each with few numbers that are mostly their own, so that rows of neighbouring batches meet.
    private static String result(Random random) {
        var person = random.nextInt(5) + (random.nextInt(4) == 0 ? 5 : 0);
        var user = Invented.user(28, person);
        var owner = random.nextInt(10) == 0 ? random.nextInt(10) : person;
        var number = Invented.number(40_000_000_000L + 10L * owner + random.nextInt(6));
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> Invented.changed(user, number);
            case 3 -> Invented.spouse(user, number);
            case 4 -> Invented.nobody(user);
            default -> Invented.found(user, number);
        };
    }

    /// Rows that each tell a part of what a person is known by, and now and then something else.
    private static String identifiers(Random random) {
        var person = random.nextInt(ROWS / 6);
        var different = random.nextInt(20) == 0 ? 1 : 0;
        var said = "%s,%d,,,,".formatted(Invented.user(28, person), 1 + random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> Invented.with(said, 3, "28%013d".formatted(2 * person + different));
            case 1 -> Invented.with(said, 4, "%010d".formatted(2 * person + different));
            case 2 -> Invented.with(said, 5, "%08d".formatted(2 * person + different));
            default -> Invented.with(said, 6, "K%07d".formatted(2 * person + different));
        };
    }

    private static int files;

    private static List<String> take(TestMachine machine, JobKind kind, List<String> lines) throws Exception {
        var file = machine.folder().resolve("part-" + ++files + ".csv");
        Files.writeString(file, Invented.file(lines.toArray(String[]::new)));
        var order = new IntakeOrder(kind, machine.clerk(28), Purpose.NUMBER_REGISTRATION, 28, file, true);
        var sheet = machine.part(Intake.class).run(order, Progress.SILENT);
        return Town.outcomes(machine, sheet.job().id());
    }
}
