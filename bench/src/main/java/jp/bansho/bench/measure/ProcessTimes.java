package jp.bansho.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/// Processor time and memory of processes, from `/proc`.
public final class ProcessTimes {

    /// The kernel counts user-visible processor time in hundredths of a second on every Linux.
    private static final double TICKS = 100;

    private static final int OWN = 11;
    private static final int WITH_CHILDREN = 13;

    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int STEAL = 8;

    private ProcessTimes() {}

    /// Seconds of user and system time of one process.
    public static double own(long process) {
        return ticks(process, OWN, OWN + 2) / TICKS;
    }

    /// Seconds of a process, of its living children, and of its children that have ended.
    public static double tree(long process) {
        var children = ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::children)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(process), children)
                        .mapToDouble(each -> ticks(each, OWN, WITH_CHILDREN + 2))
                        .sum()
                / TICKS;
    }

    /// Seconds of the children of a process that have ended and were waited for, and of theirs.
    public static double ended(long process) {
        return ticks(process, OWN + 2, WITH_CHILDREN + 2) / TICKS;
    }

    /// Seconds of all processors during which anybody at all kept them busy, since the machine started.
    static double everybody() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            var fields = lines.findFirst().orElseThrow().split(" +", -1);
            var sum = 0L;
            for (var i = 1; i <= STEAL; i++) {
                sum += i == IDLE || i == WAITING ? 0 : Long.parseLong(fields[i]);
            }
            return sum / TICKS;
        }
    }

    /// The most memory the process ever had resident, in MiB.
    public static double peakMemory(long process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static double ticks(long process, int from, int to) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var sum = 0L;
            for (var i = from; i < to; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (IOException gone) {
            // it ended just now; its parent has its time
            return 0;
        }
    }
}
