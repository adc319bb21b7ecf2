package jp.bansho.numbers.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.vault.OpenVault;
import org.jspecify.annotations.Nullable;

/// Reads, checks and indexes the next batch on a thread of its own while the last one is being worked off.
final class ReadAhead implements AutoCloseable {

    private static final UUID NONE = new UUID(0, 0);

    private final SourceFile source;
    private final int size;
    private final OpenVault vault;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("intake-reader").factory());
    private Future<@Nullable Tagged> next;

    /// A batch with the index value of each row's number, `00…0` where it has none.
    record Tagged(SourceBatch batch, List<UUID> tags) {}

    ReadAhead(SourceFile source, int size, OpenVault vault) {
        this.source = source;
        this.size = size;
        this.vault = vault;
        next = thread.submit(this::read);
    }

    @Nullable
    Tagged next() throws IOException {
        try {
            var ready = next.get();
            if (ready != null) {
                next = thread.submit(this::read);
            }
            return ready;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("reading failed", e.getCause());
        }
    }

    private @Nullable Tagged read() throws IOException {
        var batch = source.next(size);
        if (batch == null) {
            return null;
        }
        var tags = new ArrayList<UUID>(batch.rows().size());
        for (var row : batch.rows()) {
            tags.add(row instanceof Claim claim && claim.number() != null ? vault.tag(claim.number()) : NONE);
        }
        return new Tagged(batch, tags);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
