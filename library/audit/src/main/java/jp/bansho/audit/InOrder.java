package jp.bansho.audit;

import java.util.TreeMap;

/// Puts records that were read out of order back into it, as far as they are near, and reports holes and
/// doubles.
final class InOrder {

    private static final int NEAR = 64;
    private static final int HOLES = 10_000;

    private final Findings findings;
    private final ChainCheck chain;
    private final TreeMap<Long, Found.Recorded> aside = new TreeMap<>();
    private final TreeMap<Long, Long> holes = new TreeMap<>();
    private long expected = 1;
    private long lastRead;

    InOrder(Findings findings, ChainCheck chain) {
        this.findings = findings;
        this.chain = chain;
    }

    void accept(Found.Recorded record) {
        long seq = record.seq();
        if (seq == expected) {
            pass(record);
            var first = aside.firstEntry();
            while (first != null && first.getKey() == expected) {
                findings.add(new Finding.Reordered(expected));
                aside.remove(expected);
                pass(first.getValue());
                first = aside.firstEntry();
            }
        } else if (seq < expected) {
            late(record);
        } else {
            early(record);
        }
        lastRead = seq;
    }

    void end() {
        if (!aside.isEmpty()) {
            skipTo(aside.lastKey());
        }
        holes.forEach((from, to) -> findings.add(new Finding.Missing(from, to)));
    }

    private void early(Found.Recorded record) {
        long seq = record.seq();
        // two in a row: it goes on here, so what was expected is a hole and not a single record out of place
        boolean goesOn = seq == lastRead + 1 && aside.containsKey(lastRead);
        if (aside.putIfAbsent(seq, record) != null) {
            findings.add(new Finding.Inserted(seq));
        } else if (goesOn) {
            skipTo(seq);
        } else if (aside.size() > NEAR) {
            skipTo(aside.firstKey());
        }
    }

    private void late(Found.Recorded record) {
        long seq = record.seq();
        var hole = holes.floorEntry(seq);
        if (hole == null || hole.getValue() < seq) {
            findings.add(new Finding.Inserted(seq));
            return;
        }
        holes.remove(hole.getKey());
        if (hole.getKey() < seq) {
            holes.put(hole.getKey(), seq - 1);
        }
        if (seq < hole.getValue()) {
            holes.put(seq + 1, hole.getValue());
        }
        findings.add(new Finding.Reordered(seq));
        chain.content(record);
    }

    /// Passes on all that was put aside up to `last`, with the holes between.
    private void skipTo(long last) {
        var first = aside.firstEntry();
        while (first != null && first.getKey() <= last) {
            long seq = first.getKey();
            if (seq > expected) {
                hole(expected, seq - 1);
                expected = seq;
            }
            aside.remove(seq);
            pass(first.getValue());
            first = aside.firstEntry();
        }
    }

    private void hole(long from, long to) {
        if (holes.size() < HOLES) {
            holes.put(from, to);
        } else {
            findings.add(new Finding.Missing(from, to));
        }
        chain.hole();
    }

    private void pass(Found.Recorded record) {
        chain.accept(record);
        expected = record.seq() + 1;
    }
}
