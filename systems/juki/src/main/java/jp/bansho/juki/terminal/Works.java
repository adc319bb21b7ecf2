package jp.bansho.juki.terminal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Refused;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Work that goes on while its page is looked at: one piece under each name. What it leaves stands
/// in the database; here is only how far it is, and what it was refused for. A server that stops
/// waits for it.
@Component
class Works implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    /// A piece of work.
    @FunctionalInterface
    interface Work {
        void run(Progress progress);
    }

    /// How a piece of work stands.
    ///
    /// @param done    of `all`; both zero while it is not known
    /// @param refused why it did not come about; null otherwise
    record Standing(
            boolean running, long done, long all, @Nullable Refused refused, boolean broken) {

        /// Why it did not come about, in the reader's language; null if it did, or is running.
        @Nullable
        String why(Texts texts) {
            return refused != null ? Pages.words(texts, refused) : broken ? texts.of("juki.work.broken") : null;
        }
    }

    /// Begins a piece of work, unless one of that name is running.
    void begin(String name, Work work) {
        var begins = new AtomicBoolean();
        standings.compute(name, (_, before) -> {
            if (before != null && before.running()) {
                return before;
            }
            begins.set(true);
            return new Standing(true, 0, 0, null, false);
        });
        if (begins.get()) {
            threads.execute(() -> run(name, work));
        }
    }

    /// How the work of that name stands; null if there was none since the server started.
    @Nullable
    Standing of(String name) {
        return standings.get(name);
    }

    /// Whether the work of that name is running.
    boolean running(String name) {
        var standing = standings.get(name);
        return standing != null && standing.running();
    }

    private void run(String name, Work work) {
        Progress progress = (_, done, all) -> standings.put(name, new Standing(true, done, all, null, false));
        try {
            work.run(progress);
            standings.put(name, new Standing(false, 0, 0, null, false));
        } catch (Refused refused) {
            standings.put(name, new Standing(false, 0, 0, refused, false));
        } catch (RuntimeException broken) {
            standings.put(name, new Standing(false, 0, 0, null, true));
            LoggerFactory.getLogger(Works.class)
                    .warn("work at a terminal ended: {}", broken.getClass().getName());
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
