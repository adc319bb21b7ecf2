package jp.bansho.numbers.vault;

/// The answer to the question whose number a given number is; never the number again.
public sealed interface Sought {

    /// Somebody holds it, now or formerly.
    record Found(Holder holder) implements Sought {}

    /// Nobody of this association holds it, as far as the purpose lets the actor know.
    record Nobody() implements Sought {}

    /// The table of purposes does not allow the search. The attempt is on record.
    record Refused(String english, String japanese) implements Sought {}
}
