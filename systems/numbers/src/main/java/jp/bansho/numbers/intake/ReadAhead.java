package jp.bansho.numbers.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.vault.OpenVault;
import org.jspecify.annotations.Nullable;

/// Reads, checks and indexes the next batch, and looks up what the database knows of it, on a
/// thread of its own while the last batch is being worked off.
final class ReadAhead implements AutoCloseable {

    private static final UUID NONE = new UUID(0, 0);

    private final SourceFile source;
    private final int size;
    private final OpenVault vault;
    private final LookUp lookUp;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("intake-reader").factory());
    private Future<@Nullable Ready> next;

    /// A batch, and what was known of it when it was read.
    record Ready(TaggedBatch batch, Known known) {}

    /// Asks the database about a batch.
    @FunctionalInterface
    interface LookUp {
        Known known(OpenVault vault, TaggedBatch batch);
    }

    /// Begins to read at once.
    ///
    /// @param vault opened for this reader alone
    ReadAhead(SourceFile source, int size, OpenVault vault, LookUp lookUp) {
        this.source = source;
        this.size = size;
        this.vault = vault;
        this.lookUp = lookUp;
        next = thread.submit(this::read);
    }

    /// The next batch, or null at the end. The one after it is begun at once: it misses what this one is about to
    /// change.
    @Nullable
    Ready next() throws IOException {
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
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException("reading failed", e);
            }
        }
    }

    private @Nullable Ready read() throws IOException {
        var batch = source.next(size);
        if (batch == null) {
            return null;
        }
        var tagged = tagged(vault, batch);
        return new Ready(tagged, lookUp.known(vault, tagged));
    }

    /// A batch with the index values of its numbers.
    static TaggedBatch tagged(OpenVault vault, SourceBatch batch) {
        var tags = new ArrayList<UUID>(batch.rows().size());
        for (var row : batch.rows()) {
            tags.add(row instanceof Claim claim && claim.number() != null ? vault.tag(claim.number()) : NONE);
        }
        return new TaggedBatch(batch, tags);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
