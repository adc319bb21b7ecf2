package jp.bansho.audit;

import java.util.List;

/// What the verifier saw.
///
/// @param records  how many records were read
/// @param purged   how many of them have lost their details; those no purge on record covers are findings
/// @param heads    how many genuine signed heads they were compared with
/// @param findings what is wrong, at most [#MOST] findings
/// @param more     how many further findings were only counted
public record Verification(long records, long purged, long heads, List<Finding> findings, long more) {

    /// So many findings are listed; a forger cannot fill the memory.
    public static final int MOST = 1_000;

    public Verification {
        findings = List.copyOf(findings);
    }

    /// Nothing is wrong.
    public boolean sound() {
        return findings.isEmpty();
    }
}
