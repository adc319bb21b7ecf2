package jp.bansho.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jp.bansho.bench.measure.ProcessTimes;

/// Wall time, processor time and memory from one hop of a flow to the next: of the commands that ran, of all database
/// servers, of the process that answers at J-LIS.
final class HopMeter implements AutoCloseable {

    private static final long OWN = ProcessHandle.current().pid();

    private final List<Long> servers;
    private final long answering;
    private final List<Hop> hops = new ArrayList<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looking;
    private volatile double peak;
    private String name = "";
    private Reading before = new Reading(0, 0, 0, 0);

    /// What a hop took.
    ///
    /// @param peak the most memory one of its processes had resident, in MiB; seen ten times a second
    record Hop(String name, double seconds, double commands, double databases, double answering, double peak) {}

    private record Reading(long nanos, double commands, double databases, double answering) {}

    /// @param servers   processes of the database servers
    /// @param answering the process that answers at J-LIS
    HopMeter(List<Long> servers, long answering) {
        this.servers = List.copyOf(servers);
        this.answering = answering;
        looking = watch.scheduleAtFixedRate(this::look, 0, 100, TimeUnit.MILLISECONDS);
    }

    /// Begins to measure.
    void begin(String hop) {
        name = hop;
        peak = 0;
        before = read();
    }

    /// Ends what was begun last.
    void end() {
        var now = read();
        hops.add(new Hop(
                name,
                (now.nanos - before.nanos) / 1e9,
                now.commands - before.commands,
                now.databases - before.databases,
                now.answering - before.answering,
                peak));
    }

    List<Hop> hops() {
        return List.copyOf(hops);
    }

    private Reading read() {
        return new Reading(
                System.nanoTime(),
                ProcessTimes.ended(OWN),
                servers.stream().mapToDouble(ProcessTimes::tree).sum(),
                ProcessTimes.own(answering));
    }

    private void look() {
        var commands = ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .filter(path -> path.endsWith("java"))
                        .isPresent())
                .mapToLong(ProcessHandle::pid);
        peak = commands.filter(pid -> pid != answering)
                .mapToDouble(HopMeter::memory)
                .reduce(peak, Math::max);
    }

    private static double memory(long process) {
        try {
            return ProcessTimes.peakMemory(process);
        } catch (IOException | RuntimeException ended) {
            return 0;
        }
    }

    @Override
    public void close() {
        looking.cancel(true);
        watch.shutdownNow();
    }
}
