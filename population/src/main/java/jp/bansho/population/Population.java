package jp.bansho.population;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes an invented population: the files that the number machine takes in (duties N4, N5, N6, N8) and the truth about
/// them.
///
/// The same options always make the same bytes. Families are invented, written and forgotten one by
/// one, so memory does not grow with the population except for the list of rows that are not
/// plainly good.
public final class Population {

    private static final int REPORT_EVERY = 1_000;

    /// What was made, in people, slips and rows named in `truth/faults.csv`.
    public record Made(long people, long recipients, long spouses, long dependants, long slips, long faults) {}

    private final Run run;
    private final Progress progress;
    private final Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
    private long done;

    private Population(Options options, Progress progress) {
        this.run = Run.of(options);
        this.progress = progress;
    }

    /// Makes the population.
    ///
    /// @throws DirectoryNotEmptyException if the folder already holds something
    /// @throws IOException if the folder cannot be written
    public static Made make(Options options, Progress progress) throws IOException {
        return new Population(options, progress).make();
    }

    private Made make() throws IOException {
        Options options = run.options();
        emptyFolder(run.out());
        List<Association> associations = Association.first(options.associations());
        Papers.write(run, associations);
        Names names = new Names();
        int weights = associations.stream().mapToInt(Association::weight).sum();
        try (TruthFiles truth = new TruthFiles(run.out());
                RegisterDesk register = new RegisterDesk(run);
                NextMonth nextMonth = options.nextMonth() ? new NextMonth(run.out()) : null;
                RecordFile nextYear = options.nextYear()
                        ? TruthFiles.open(run.out(), NextYearDesk.TRUTH_FILE, NextYearDesk.TRUTH)
                        : null) {
            TaxDesk tax = new TaxDesk(run);
            try (tax) {
                Shared shared = new Shared(tax, truth, register, nextMonth, nextYear);
                int upTo = 0;
                for (Association association : associations) {
                    upTo += association.weight();
                    write(association, names, options.people() * upTo / weights, shared);
                }
            }
            truth.tell(tax::tell);
            progress.at(done, options.people());
            return new Made(done, of(Kind.RECIPIENT), of(Kind.SPOUSE), of(Kind.DEPENDANT), tax.slips(), truth.told());
        }
    }

    private void write(Association association, Names names, long upTo, Shared shared) throws IOException {
        Options options = run.options();
        Families families = new Families(association, options.seed(), options.taxYear(), names, done);
        try (AssociationFiles files = new AssociationFiles(run, association, shared)) {
            long reported = done;
            while (done < upTo) {
                Family family = families.next(upTo - done);
                files.write(family);
                count(family);
                if (done - reported >= REPORT_EVERY) {
                    progress.at(done, options.people());
                    reported = done;
                }
            }
        }
    }

    private void count(Family family) {
        done += family.size();
        byKind.merge(Kind.RECIPIENT, 1L, Long::sum);
        Relative spouse = family.spouse();
        if (spouse != null) {
            byKind.merge(spouse.person().kind(), 1L, Long::sum);
        }
        byKind.merge(Kind.DEPENDANT, (long) family.relatives().size(), Long::sum);
    }

    private long of(Kind kind) {
        return byKind.getOrDefault(kind, 0L);
    }

    private static void emptyFolder(Path out) throws IOException {
        Files.createDirectories(out);
        try (Stream<Path> inside = Files.list(out)) {
            if (inside.findAny().isPresent()) {
                throw new DirectoryNotEmptyException(out.toString());
            }
        }
    }
}
