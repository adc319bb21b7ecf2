package jp.bansho.audit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Follows the chain record by record. Where it breaks, it looks whether records were squeezed in or taken out
/// and the rest renumbered; what stays unexplained goes to [Suspects].
final class ChainCheck {

    /// So many records squeezed in or taken out at one place are recognised.
    static final int REACH = 16;

    private final Findings findings;
    private final HeadCheck heads;
    private final Suspects suspects;
    private final Encoding encoding = new Encoding();
    private final RecentHashes recent = new RecentHashes(2 * REACH);
    private byte @Nullable [] previous = Encoding.genesis();
    private Found.@Nullable Recorded doubtful;
    private long shift;
    private long last;
    private long purged;

    ChainCheck(Findings findings, HeadCheck heads) {
        this.findings = findings;
        this.heads = heads;
        this.suspects = new Suspects(findings, heads);
        recent.put(0, Encoding.genesis());
    }

    /// The next record in the order of numbers.
    void accept(Found.Recorded record) {
        content(record);
        var before = previous;
        if (before == null || fits(before, record.seq() - shift, record)) {
            doubtful = null;
        } else if (!explain(before, record)) {
            suspects.add(record, record.seq() - shift, before);
            doubtful = record;
            heads.broken();
        }
        previous = record.hash;
        recent.put(record.seq(), record.hash);
        last = record.seq() - shift;
        heads.pass(last, record.hash);
    }

    /// Checks only what a record says of itself: the details against their digest.
    void content(Found.Recorded record) {
        if (record.details == null && record.salt == null) {
            purged++;
        } else if (record.details == null
                || record.salt == null
                || !Arrays.equals(encoding.digest(record.salt, record.details), record.digest)) {
            findings.add(new Finding.Edited(record.seq(), record.seq()));
        }
    }

    /// Records are missing here, so the next one cannot be checked against the one before.
    void hole() {
        previous = null;
        doubtful = null;
        heads.broken();
    }

    void end() {
        var unsure = doubtful;
        suspects.end();
        if (unsure != null) {
            for (int added = 1; added <= REACH; added++) {
                if (squeezedIn(unsure, added)) {
                    for (long seq = unsure.seq() - added; seq < unsure.seq(); seq++) {
                        findings.add(new Finding.Inserted(seq));
                    }
                    break;
                }
            }
        }
    }

    /// Number of the last record, as it was signed.
    long last() {
        return last;
    }

    long purged() {
        return purged;
    }

    private boolean fits(byte[] before, long seq, Found.Recorded record) {
        return Arrays.equals(encoding.hash(before, seq, record.envelope, record.digest), record.hash);
    }

    /// The record before does not fit, but this one follows it under another number: then the numbers were
    /// moved.
    private boolean explain(byte[] before, Found.Recorded record) {
        var unsure = doubtful;
        if (unsure == null) {
            return false;
        }
        for (int moved = 1; moved <= REACH; moved++) {
            if (fits(before, record.seq() - shift - moved, record)) {
                squeezedInBefore(unsure, moved);
                shift += moved;
                doubtful = null;
                return true;
            }
            if (fits(before, record.seq() - shift + moved, record)) {
                findings.add(new Finding.Missing(unsure.seq() - shift, unsure.seq() - shift + moved - 1));
                suspects.acquit(unsure.seq());
                shift -= moved;
                doubtful = null;
                return true;
            }
        }
        return false;
    }

    private void squeezedInBefore(Found.Recorded record, int added) {
        if (squeezedIn(record, added)) {
            suspects.acquit(record.seq());
        }
        for (long seq = record.seq() - added; seq < record.seq(); seq++) {
            suspects.acquit(seq);
            findings.add(new Finding.Inserted(seq));
        }
    }

    private boolean squeezedIn(Found.Recorded record, int added) {
        var before = recent.at(record.seq() - added - 1);
        return before != null && fits(before, record.seq() - shift - added, record);
    }
}
