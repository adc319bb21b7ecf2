package jp.bansho.media;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Seals two segments at a time: while one is filled or sealed, so is the other. Memory for two segments, whatever the
/// length of the parcel. Used by one thread.
final class Lanes implements AutoCloseable {

    private static final int LANES = 2;

    private final Path folder;
    private final ToForce written = new ToForce();
    private final List<Lane> lanes = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            LANES, work -> Thread.ofPlatform().daemon().name("seal").unstarted(work));
    private int place;

    /// @param segmentBytes length of a full segment
    Lanes(Path folder, Addressee addressee, int segmentBytes) {
        this.folder = folder;
        for (var i = 0; i < LANES; i++) {
            lanes.add(new Lane(new Sealing(addressee, new SecureRandom()), new byte[segmentBytes + Envelope.TAG]));
        }
    }

    /// A buffer, and what becomes of what was in it.
    private static final class Lane {

        private final Sealing sealing;
        private final byte[] buffer;
        private @Nullable Future<Segment> underWay;

        Lane(Sealing sealing, byte[] buffer) {
            this.sealing = sealing;
            this.buffer = buffer;
        }
    }

    /// The buffer to fill next; room for a segment and its tag. It may be filled when [#free] has returned.
    byte[] buffer() {
        return next().buffer;
    }

    /// Waits until the buffer to fill next is free.
    ///
    /// @throws IOException why the segment that was in it could not be written
    void free() throws IOException {
        await(next());
    }

    /// Begins to seal what is in the buffer; another one is to be filled next.
    ///
    /// @return the segment, once it is written
    Future<Segment> seal(int length) {
        if (place == Rules.MOST_SEGMENTS) {
            throw new ParcelRefused(Reason.TOO_LARGE);
        }
        var lane = next();
        place++;
        var number = place;
        var file = folder.resolve(ParcelFiles.segment(number));
        var underWay = threads.submit(() -> lane.sealing.seal(lane.buffer, length, file, number, written));
        lane.underWay = underWay;
        return underWay;
    }

    /// Returns when all segments are on the disk.
    void force() throws IOException {
        for (var lane : lanes) {
            await(lane);
        }
        written.force();
    }

    /// How many segments were begun.
    int places() {
        return place;
    }

    static <T> T await(Future<T> underWay) throws IOException {
        try {
            return underWay.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("a segment cannot be sealed", e.getCause());
            }
        }
    }

    private Lane next() {
        return lanes.get(place % LANES);
    }

    private static void await(Lane lane) throws IOException {
        if (lane.underWay != null) {
            await(lane.underWay);
        }
    }

    /// Waits for what is under way, and forgets the content.
    @Override
    public void close() throws IOException {
        threads.close();
        for (var lane : lanes) {
            Arrays.fill(lane.buffer, (byte) 0);
        }
        lanes.clear();
        written.close();
    }
}
