package jp.bansho.audit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The stored hashes of the last few records, by number.
final class RecentHashes {

    private final long[] seqs;
    private final byte[][] hashes;

    RecentHashes(int size) {
        seqs = new long[size];
        hashes = new byte[size][];
        Arrays.fill(seqs, -1);
    }

    void put(long seq, byte[] hash) {
        int place = place(seq);
        seqs[place] = seq;
        hashes[place] = hash;
    }

    byte @Nullable [] at(long seq) {
        int place = place(seq);
        return seqs[place] == seq ? hashes[place] : null;
    }

    private int place(long seq) {
        return Math.floorMod(seq, seqs.length);
    }
}
