package jp.bansho.numbers.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.job.Source;

/// A plain file as a source, for tests that read and start no job.
record FileOnDisk(Path place) implements Source {

    @Override
    public String fingerprint(Progress progress) {
        throw new UnsupportedOperationException("no job is started here");
    }

    @Override
    public long bytes() throws IOException {
        return Files.size(place);
    }

    @Override
    public InputStream open(long offset) throws IOException {
        var in = Files.newInputStream(place);
        in.skipNBytes(offset);
        return in;
    }
}
