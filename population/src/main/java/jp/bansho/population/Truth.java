package jp.bansho.population;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads the folder `truth` of a population, row by row. Close the streams: each holds a file open.
public final class Truth {

    private final Path folder;

    private Truth(Path folder) {
        this.folder = folder;
    }

    /// The truth about the population in this folder (the one that was given as `out`).
    public static Truth of(Path population) {
        return new Truth(population.resolve("truth"));
    }

    /// One person and what must be held about them once all files are taken in.
    ///
    /// @param number 12 digits, empty if none is held
    /// @param certificate empty but for recipients
    /// @param basicPension empty for dependants
    /// @param payroll empty but for recipients
    public record Person(
            int association,
            String userNumber,
            Kind kind,
            String number,
            String ownNumber,
            String certificate,
            String basicPension,
            String payroll) {
        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /// One slip and the numbers it must carry.
    ///
    /// @param line line in `withholding-source.csv`, from 1
    /// @param numbers recipient, spouse, dependants 1 and 2: `0` and 12 digits, or empty
    /// @param missing for the same four, whether the slip names somebody whose number is not held
    public record Slip(long line, List<String> numbers, List<Boolean> missing) {
        @Override
        public String toString() {
            return "Slip[line=" + line + "]";
        }
    }

    /// One row that is not plainly good.
    ///
    /// @param column from 1, or 0 for the record as a whole
    /// @param userNumber the person the row is about, also where the row says otherwise
    public record Fault(String file, long line, int column, String fault, String expectedOutcome, String userNumber) {
        @Override
        public String toString() {
            return "Fault[" + file + ":" + line + ":" + column + " " + fault + " → " + expectedOutcome + "]";
        }
    }

    /// What happened to somebody until the next odd month; whoever is not among them is as before.
    ///
    /// @param event number-changed, died, moved (in the country), left (the country)
    /// @param day yyyyMMdd
    /// @param number held from then on, 12 digits
    public record NextMonth(int association, String userNumber, String event, String day, String number) {
        @Override
        public String toString() {
            return "NextMonth[" + event + "]";
        }
    }

    /// What next year's declarations say about a dependant, against what was handed in this year.
    ///
    /// @param outcome same, changed, new or gone
    /// @param number declared next year, 12 digits; for somebody who is gone the one held
    public record NextYear(int association, String userNumber, String outcome, String number) {
        @Override
        public String toString() {
            return "NextYear[" + outcome + "]";
        }
    }

    /// All events until the next odd month; only with `--next-month`.
    public Stream<NextMonth> nextMonth() throws IOException {
        return rows(
                jp.bansho.population.NextMonth.TRUTH_FILE,
                cells -> new NextMonth(Integer.parseInt(cells[0]), cells[1], cells[2], cells[3], cells[4]));
    }

    /// All dependants of this year and the next; only with `--next-year`.
    public Stream<NextYear> nextYear() throws IOException {
        return rows(
                NextYearDesk.TRUTH_FILE,
                cells -> new NextYear(Integer.parseInt(cells[0]), cells[1], cells[2], cells[3]));
    }

    /// Everybody, by association and user number.
    public Stream<Person> people() throws IOException {
        return rows(
                "people.csv",
                cells -> new Person(
                        Integer.parseInt(cells[0]),
                        cells[1],
                        Kind.of(Integer.parseInt(cells[2])),
                        cells[3],
                        cells[4],
                        cells[5],
                        cells[6],
                        cells[7]));
    }

    /// All slips, by line.
    public Stream<Slip> slips() throws IOException {
        return rows(
                "slips.csv",
                cells -> new Slip(
                        Long.parseLong(cells[0]),
                        List.of(cells[1], cells[2], cells[3], cells[4]),
                        cells[5].chars().mapToObj(flag -> flag == '1').toList()));
    }

    /// All rows that are not plainly good, by association, file and line; the slips come last.
    public Stream<Fault> faults() throws IOException {
        return rows(
                "faults.csv",
                cells -> new Fault(
                        cells[0], Long.parseLong(cells[1]), Integer.parseInt(cells[2]), cells[3], cells[4], cells[5]));
    }

    private <T> Stream<T> rows(String file, Function<String[], T> reading) throws IOException {
        BufferedReader reader = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8);
        return reader.lines()
                .skip(1)
                .map(line -> reading.apply(line.split(",", -1)))
                .onClose(() -> {
                    try {
                        reader.close();
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                });
    }
}
