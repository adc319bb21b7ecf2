package jp.bansho.numbers.erasure;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.staff.Actor;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The runs this server works on beside its screens: those started here, and those that stopped and
/// go on. How far one has got is in its state; why one was not begun is remembered here until
/// somebody looks.
@Component
public class RunningErasures implements DisposableBean {

    private static final long LAST_STEP = 120;

    private final Erasures erasures;
    private final Map<Long, Boolean> working = new ConcurrentHashMap<>();
    private final Map<Long, AccessRefused> refusals = new ConcurrentHashMap<>();
    private final AtomicBoolean resuming = new AtomicBoolean();
    private final ExecutorService threads = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("erasure-", 1).factory());
    private final ExecutorService resumer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("erasure-resume-", 1).factory());

    RunningErasures(Erasures erasures) {
        this.erasures = erasures;
    }

    /// Starts a run; one that is being worked on already goes on.
    public void start(Member member, long run) {
        if (working.putIfAbsent(run, true) != null) {
            return;
        }
        refusals.remove(run);
        threads.execute(() -> {
            try {
                erasures.start(member, run);
            } catch (AccessRefused refused) {
                refusals.put(run, refused);
            } catch (JobRefused busy) {
                refusals.put(
                        run,
                        new AccessRefused(
                                "association-busy",
                                "a job of the association is running; start again when it is done",
                                "この組合のジョブが実行中です。終わってから、もう一度開始してください"));
            } catch (RuntimeException broken) {
                log(broken);
                refusals.put(
                        run,
                        new AccessRefused(
                                "broken",
                                "it stopped; the state tells how far it got. The operator completes it: bansho numbers erasure resume",
                                "途中で止まりました。状態の欄のところまで終わっています。運用担当者が bansho numbers erasure resume で続きを実行します"));
            } finally {
                working.remove(run);
            }
        });
    }

    /// Goes on with runs that were committed and stopped, beside everything else: the destruction of a key may wait for
    /// long. What goes wrong is tried again by the next call; until then the health page shows the run.
    public void resume(Actor machine) {
        if (!resuming.compareAndSet(false, true)) {
            return;
        }
        resumer.execute(() -> {
            try {
                erasures.resume(machine);
            } catch (JobRefused busy) {
                LoggerFactory.getLogger(RunningErasures.class).info("an erasure waits for a job to end");
            } catch (RuntimeException broken) {
                log(broken);
            } finally {
                resuming.set(false);
            }
        });
    }

    /// True while runs that stopped are being taken to their end.
    public boolean resuming() {
        return resuming.get();
    }

    /// True while this server works on that run.
    public boolean working(long run) {
        return working.containsKey(run);
    }

    /// Why the last start of that run came to nothing.
    public Optional<AccessRefused> refusal(long run) {
        return Optional.ofNullable(refusals.get(run));
    }

    /// Into the log go classes and places: a message may quote the data it stumbled over.
    private static void log(RuntimeException broken) {
        var trace = new StringBuilder();
        for (Throwable step = broken; step != null; step = step.getCause()) {
            trace.append(step.getClass().getName());
            for (var frame : step.getStackTrace()) {
                trace.append("\n    at ").append(frame);
            }
            trace.append('\n');
        }
        LoggerFactory.getLogger(RunningErasures.class).warn("{}", trace);
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        resumer.shutdown();
        threads.awaitTermination(LAST_STEP, TimeUnit.SECONDS);
        resumer.awaitTermination(LAST_STEP, TimeUnit.SECONDS);
    }
}
