package jp.bansho.numbers.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.job.JobRefused;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The jobs this server runs beside its screens, and how far each has got. When the server stops, a job ends with the
/// batch it is at; whoever resumes it goes on there.
@Component
public class RunningJobs implements DisposableBean {

    private static final int AT_ONCE = 4;
    private static final Duration LAST_BATCH = Duration.ofSeconds(60);

    private final Map<Long, Reached> board = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("intake-job-", 1).factory());
    private volatile boolean stopping;

    /// How far a job has got.
    ///
    /// @param lines lines worked off
    /// @param bytes bytes of the source worked off
    /// @param total bytes of the source
    public record Reached(long lines, long bytes, long total) {}

    /// How far that job has got, if it runs here.
    public Optional<Reached> reached(long job) {
        return Optional.ofNullable(board.get(job));
    }

    /// Runs work on a thread of its own.
    ///
    /// @param onBegun called with the job's number before the first batch
    /// @return the job's number as soon as there is one; fails with what refused the job; empty if there is no room
    Optional<CompletableFuture<Long>> start(LongConsumer onBegun, Consumer<Progress> work) {
        if (stopping || !room.tryAcquire()) {
            return Optional.empty();
        }
        var watch = new Watch(onBegun);
        threads.execute(() -> {
            try {
                work.accept(watch);
            } catch (RuntimeException e) {
                watch.failed(e);
            } finally {
                board.remove(watch.job);
                room.release();
            }
        });
        return Optional.of(watch.number);
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        threads.awaitTermination(LAST_BATCH.toSeconds(), TimeUnit.SECONDS);
    }

    /// The server stops: what is done is done, the rest waits.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("", null, false, false);
        }
    }

    private final class Watch implements Progress {

        private final CompletableFuture<Long> number = new CompletableFuture<>();
        private final LongConsumer onBegun;
        private volatile long job;

        Watch(LongConsumer onBegun) {
            this.onBegun = onBegun;
        }

        @Override
        public void begun(long begun) {
            onBegun.accept(begun);
            job = begun;
            board.put(begun, new Reached(0, 0, 0));
            number.complete(begun);
        }

        @Override
        public void at(long lines, long bytes, long total) {
            if (stopping) {
                throw new Stopped();
            }
            if (job != 0) {
                board.put(job, new Reached(lines, bytes, total));
            }
        }

        /// Into the log go classes and places: a message may quote the data it stumbled over.
        void failed(RuntimeException e) {
            number.completeExceptionally(e);
            if (!(e instanceof JobRefused) && !(e instanceof Stopped)) {
                var trace = new StringBuilder();
                for (Throwable step = e; step != null; step = step.getCause()) {
                    trace.append(step.getClass().getName());
                    for (var frame : step.getStackTrace()) {
                        trace.append("\n    at ").append(frame);
                    }
                    trace.append('\n');
                }
                LoggerFactory.getLogger(RunningJobs.class).warn("{}", trace);
            }
        }
    }
}
