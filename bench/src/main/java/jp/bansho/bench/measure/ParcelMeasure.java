package jp.bansho.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Figures;
import jp.bansho.bench.report.Section;

/// Parcels against the JDK's AES-256-GCM and SHA-256 over the same number of bytes in memory, by wall
/// and by processor time; and the memory they need whatever their size.
public final class ParcelMeasure {

    private static final int HEAP = 128;
    private static final double BAR = 0.7;
    private static final int MOST_MEMORY = 256;
    private static final long MESSAGE = 32 << 20;

    private final Path place;
    private final long bytes;
    private final int rounds;

    /// @param place     an empty folder on a disk; parcels in it are removed
    /// @param mebibytes length of the file in the parcel
    public ParcelMeasure(Path place, int mebibytes, int rounds) {
        this.place = place;
        // whole messages, so that both sides have the same bytes to work on
        this.bytes = Math.max(1, (((long) mebibytes << 20) + MESSAGE - 1) / MESSAGE) * MESSAGE;
        this.rounds = rounds;
    }

    /// One piece of work.
    private record Cost(double seconds, double processor) {}

    /// Writes and reads parcels and works the same bytes off in memory, in turns.
    public Results run() throws IOException {
        var results = new Results();
        try (var raw = WorkerProcess.start(place, "jp.bansho.bench.worker.RawCipherMain", HEAP);
                var parcels = WorkerProcess.start(place, "jp.bansho.bench.worker.ParcelMain", HEAP)) {
            for (var round = 0; round < 4; round++) {
                round(raw, parcels, 8 * MESSAGE);
            }
            var costs = new ArrayList<List<Cost>>();
            for (var round = 0; round < rounds; round++) {
                costs.add(round(raw, parcels, bytes));
            }
            var encrypt = median(costs, 0);
            var write = median(costs, 1);
            var decrypt = median(costs, 2);
            var read = median(costs, 3);
            results.add(Bar.atLeast(
                    "speed of writing a parcel / raw AES-256-GCM and SHA-256, by wall",
                    encrypt.seconds() / write.seconds(),
                    BAR,
                    bytes >> 20));
            results.add(Bar.atLeast(
                    "speed of reading a parcel / raw SHA-256 and AES-256-GCM, by wall",
                    decrypt.seconds() / read.seconds(),
                    BAR,
                    bytes >> 20));
            results.add(Bar.atLeast(
                    "parcel written / raw AES-256-GCM and SHA-256, by CPU",
                    encrypt.processor() / write.processor(),
                    BAR,
                    bytes >> 20));
            results.add(Bar.atLeast(
                    "parcel read / raw SHA-256 and AES-256-GCM, by CPU",
                    decrypt.processor() / read.processor(),
                    BAR,
                    bytes >> 20));
            var toFile = median(costs, 4);
            var fromFile = median(costs, 5);
            results.add(Bar.atLeast(
                    "parcel written / raw and written to files, by CPU",
                    toFile.processor() / write.processor(),
                    BAR,
                    bytes >> 20));
            results.add(Bar.atLeast(
                    "parcel read / raw from files, by CPU", fromFile.processor() / read.processor(), BAR, bytes >> 20));
            results.add(Bar.atMost(
                    "peak resident memory of writing and reading, MiB",
                    parcels.peakMemory(),
                    MOST_MEMORY,
                    bytes >> 20));
            results.add(new Section(
                    "Parcels",
                    List.of("what", "MiB", "wall s", "CPU s", "MiB per CPU s"),
                    List.of(
                            row("raw: encrypt, hash", encrypt),
                            row("raw: encrypt, hash, write", toFile),
                            row("parcel written", write),
                            row("raw: hash, decrypt", decrypt),
                            row("raw: read, hash, decrypt", fromFile),
                            row("parcel read", read)),
                    """
                    Medians of %d by processor time, in turns; sizes stand where other reports have people. Raw works in memory, or with plain files beside; \
                    a parcel is written to files, forced to the disk, and read from files, with segments of 32 MiB and a key \
                    on P-256. Raw has one thread; a parcel is written by two, which the comparison by processor time leaves out. The heap of the process is %d MiB.""".formatted(rounds, HEAP)));
        }
        return results;
    }

    private List<Cost> round(WorkerProcess raw, WorkerProcess parcels, long length) throws IOException {
        var folder = place.resolve("parcel");
        var costs = List.of(
                cost(raw, "encrypt", place, length),
                cost(parcels, "write", folder, length),
                cost(raw, "decrypt", place, length),
                cost(parcels, "read", folder, length),
                cost(raw, "encrypt-to-file", place, length),
                cost(raw, "decrypt-from-file", place, length));
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return costs;
    }

    private static Cost cost(WorkerProcess worker, Object... order) throws IOException {
        var before = ProcessTimes.own(worker.pid());
        var done = worker.work(order);
        return new Cost(done.seconds(), ProcessTimes.own(worker.pid()) - before);
    }

    private static Cost median(List<List<Cost>> rounds, int which) {
        return rounds.stream()
                .map(costs -> costs.get(which))
                .sorted(Comparator.comparingDouble(Cost::processor))
                .toList()
                .get(rounds.size() / 2);
    }

    private List<String> row(String what, Cost cost) {
        return List.of(
                what,
                Figures.shown((double) (bytes >> 20)),
                Figures.shown(cost.seconds()),
                Figures.shown(cost.processor()),
                Figures.shown(Math.rint((bytes >> 20) / Math.max(cost.processor(), 0.01))));
    }
}
