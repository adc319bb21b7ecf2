package jp.bansho.numbers.job;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.machine.Progress;
import jp.bansho.media.InspectedParcel;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.PayloadFile;
import jp.bansho.media.Receiving;
import jp.bansho.media.TrustedSender;

/// The first file of a sealed parcel (N4, N11): never written down in clear, opened segment by segment. Whether the
/// parcel may be opened, the ledger of media was asked before the job.
///
/// It is recognised by its signed manifest, which holds the hash of every segment: nothing of the content could be
/// guessed from that, for each segment is sealed under a random key.
final class ParcelSource implements Source {

    private final ParcelKeys keys;
    private final InspectedParcel parcel;

    ParcelSource(Path folder, ParcelKeys keys) {
        this.keys = keys;
        this.parcel = inspect(folder, keys, _ -> false);
    }

    /// Looks at a parcel for this machine without opening it.
    static InspectedParcel inspect(Path folder, ParcelKeys keys, jp.bansho.media.Seen seen) {
        var senders = keys.senders();
        Set<String> purposes = senders.senders().stream()
                .map(TrustedSender::purposes)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return new ParcelReader(new Receiving("numbers", purposes, senders, seen, Clock.systemUTC())).inspect(folder);
    }

    private PayloadFile file() {
        return parcel.manifest().files().getFirst();
    }

    @Override
    public String fingerprint(Progress progress) {
        return parcel.manifestHash();
    }

    @Override
    public long bytes() {
        return file().bytes();
    }

    @Override
    public InputStream open(long offset) {
        var opened = parcel.open(keys.receiving());
        return new FilterInputStream(opened.stream(file(), offset)) {
            @Override
            public void close() throws IOException {
                super.close();
                opened.close();
            }
        };
    }
}
