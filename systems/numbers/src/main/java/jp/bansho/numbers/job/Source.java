package jp.bansho.numbers.job;

import java.io.IOException;
import java.io.InputStream;
import jp.bansho.machine.Progress;

/// What a job reads: a plain file, or the file in a sealed parcel. Recognised again, and read from any place on.
public interface Source {

    /// What it is recognised by: 32 bytes in hexadecimal.
    String fingerprint(Progress progress) throws IOException;

    /// Its length in bytes.
    long bytes() throws IOException;

    /// Reads from that byte on.
    InputStream open(long offset) throws IOException;
}
