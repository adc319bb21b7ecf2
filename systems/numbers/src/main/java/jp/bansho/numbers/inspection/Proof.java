package jp.bansho.numbers.inspection;

import java.util.SequencedMap;
import jp.bansho.access.passkey.Refusal;

/// What the evidence in a record proves, verified from the record alone.
public sealed interface Proof {

    /// The record holds no evidence, and none was demanded.
    record None() implements Proof {}

    /// The record holds no evidence, though its row of the table of purposes demands it.
    record Missing() implements Proof {}

    /// The account's own passkey signed exactly this operation.
    ///
    /// @param operation what was signed, key and value
    record Verified(SequencedMap<String, String> operation) implements Proof {}

    /// The signature is genuine, but of another act than the one on record, or under a second record.
    record OfSomethingElse() implements Proof {}

    /// It proves nothing.
    record Worthless(Refusal refusal) implements Proof {}
}
