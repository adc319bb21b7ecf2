package jp.bansho.numbers.cycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.population.Options;
import jp.bansho.population.Population;
import jp.bansho.population.Truth;

/// Association 28 of an invented population with its next odd month and next year, registered on a machine whose clock
/// stands on 20 January 2026.
final class Village implements AutoCloseable {

    static final int HERE = TestMachine.HYOGO;

    private final TestMachine machine;
    private final Path folder;

    Village(long people, long seed) {
        machine = TestMachine.serving(Clock.fixed(Instant.parse("2026-01-20T01:00:00Z"), ZoneOffset.UTC), _ -> {});
        folder = machine.folder().resolve("village");
        try {
            Population.make(new Options(people, seed, folder, 2, false, 2025, true, true), (_, _) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        machine.take(JobKind.RESULTS, HERE, file("identity-results-28.csv"));
        machine.take(JobKind.DEPENDANTS, HERE, file("dependants-28.csv"));
        machine.take(JobKind.IDENTIFIERS, HERE, file("identifiers-28.csv"));
    }

    TestMachine machine() {
        return machine;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// Takes a results file in as the answer to an inquiry into the life status.
    JobSheet takeLifeStatus(Path file) {
        var order = new IntakeOrder(JobKind.RESULTS, machine.clerk(HERE), Purpose.LIFE_STATUS, HERE, file, false);
        return machine.part(Intake.class).run(order, Progress.SILENT);
    }

    /// The rows of a results file, by user number; of several hits the first.
    Map<String, List<String>> rows(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(line -> List.of(line.split(",", -1)))
                    .collect(Collectors.toMap(cells -> cells.get(3), cells -> cells, (one, _) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file without the rows of these people.
    Path without(String name, Set<String> people) {
        try (var lines = Files.lines(file(name), StandardCharsets.UTF_8)) {
            var kept = lines.filter(line -> !people.contains(line.split(",", -1)[3]))
                    .map(line -> line + "\r\n")
                    .collect(Collectors.joining());
            return Files.writeString(folder.resolve("short-" + name), kept, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What happened to people of 28 until the next odd month.
    List<Truth.NextMonth> nextMonth() {
        try (var events = Truth.of(folder).nextMonth()) {
            return here(events, Truth.NextMonth::association);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What next year's declarations of 28 say.
    List<Truth.NextYear> nextYear() {
        try (var outcomes = Truth.of(folder).nextYear()) {
            return here(outcomes, Truth.NextYear::association);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> here(Stream<T> all, java.util.function.ToIntFunction<T> association) {
        return all.filter(one -> association.applyAsInt(one) == HERE).toList();
    }

    @Override
    public void close() {
        machine.close();
    }
}
