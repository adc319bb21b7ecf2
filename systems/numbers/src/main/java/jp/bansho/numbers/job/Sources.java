package jp.bansho.numbers.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.media.InspectedParcel;
import jp.bansho.media.ParcelKeys;
import org.springframework.stereotype.Component;

/// Finds out what a job's source is: a folder is a sealed parcel, a file is itself.
@Component
public class Sources {

    private final FileFingerprint fingerprint;
    private final Home home;

    Sources(FileFingerprint fingerprint, Home home) {
        this.fingerprint = fingerprint;
        this.home = home;
    }

    /// The source at that place.
    public Source of(Path place) {
        return Files.isDirectory(place)
                ? new ParcelSource(place, new ParcelKeys(home.media()))
                : new PlainFile(place, fingerprint);
    }

    /// A parcel for this machine, looked at and not opened.
    ///
    /// @throws jp.bansho.media.ParcelRefused with the first reason found
    public InspectedParcel parcel(Path folder) {
        return ParcelSource.inspect(folder, new ParcelKeys(home.media()), _ -> false);
    }

    private record PlainFile(Path place, FileFingerprint fingerprint) implements Source {

        @Override
        public String fingerprint(Progress progress) throws IOException {
            return fingerprint.of(place, progress);
        }

        @Override
        public long bytes() throws IOException {
            return Files.size(place);
        }

        @Override
        public InputStream open(long offset) throws IOException {
            var channel = FileChannel.open(place, StandardOpenOption.READ);
            channel.position(offset);
            return Channels.newInputStream(channel);
        }
    }
}
