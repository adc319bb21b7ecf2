package jp.bansho.layout;

import java.io.ByteArrayInputStream;
import java.util.random.RandomGenerator;

/// A stream that gives a few bytes at a time, so that every record meets every kind of buffer border.
final class Trickle extends ByteArrayInputStream {

    private final RandomGenerator random;
    private final int most;

    Trickle(byte[] bytes, int from, RandomGenerator random, int most) {
        super(bytes, from, bytes.length - from);
        this.random = random;
        this.most = most;
    }

    @Override
    public synchronized int read(byte[] b, int off, int len) {
        return super.read(b, off, Math.min(len, 1 + random.nextInt(most)));
    }
}
