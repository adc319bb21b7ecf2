package jp.bansho.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Compares the chain, as it passes by, with every genuine signed head.
final class HeadCheck {

    private final Findings findings;
    private final List<SignedHead> heads;
    private final List<Long> contradicted = new ArrayList<>();
    private int next;
    private long agreed;
    private boolean broken;

    HeadCheck(Findings findings, List<SignedHead> genuine) {
        this.findings = findings;
        this.heads = genuine.stream()
                .sorted(Comparator.comparingLong(SignedHead::seq))
                .toList();
    }

    /// The record that was signed as `seq` has this hash.
    void pass(long seq, byte[] hash) {
        while (next < heads.size() && heads.get(next).seq() <= seq) {
            var head = heads.get(next++);
            if (head.seq() == seq) {
                compare(head, HexFormat.of().formatHex(hash));
            }
        }
    }

    /// The chain has a break here: what comes before it does not lead to what comes after.
    void broken() {
        broken = true;
    }

    private void compare(SignedHead head, String hash) {
        if (!head.hash().equals(hash)) {
            broken &= !contradicted.isEmpty();
            contradicted.add(head.seq());
            return;
        }
        if (broken) {
            // behind a break the signed history goes on: single records were changed, the rest was not
            // rewritten
            contradicted.forEach(seq -> findings.add(new Finding.Edited(seq, seq)));
            contradicted.clear();
        } else {
            // an unbroken chain under two signed heads that contradict each other: somebody signed two
            // histories
            end();
            contradicted.clear();
        }
        agreed = head.seq();
    }

    /// The last record that a signed head vouched for so far.
    long agreed() {
        return agreed;
    }

    /// The last record that was ever signed, 0 if none.
    long signedEnd() {
        return heads.isEmpty() ? 0 : heads.getLast().seq();
    }

    void end() {
        if (!contradicted.isEmpty()) {
            findings.add(new Finding.Forked(agreed, contradicted.getFirst()));
        }
    }
}
