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

    private void compare(SignedHead head, String hash) {
        if (!head.hash().equals(hash)) {
            contradicted.add(head.seq());
            return;
        }
        // a later head agrees, so the history was not rewritten from here on but changed in single places
        contradicted.forEach(seq -> findings.add(new Finding.Edited(seq, seq)));
        contradicted.clear();
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
