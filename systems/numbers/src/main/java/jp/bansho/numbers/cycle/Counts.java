package jp.bansho.numbers.cycle;

import java.util.List;

/// A round in figures. Each person counts once, with what weighs most: dead, number changed, out of
/// scope, unclear, newly registered, else unchanged. So `asked` is the sum of these six.
///
/// @param asked      people the files spoke of
/// @param registered a number where none was held
/// @param outOfScope not found, or moved to where J-LIS does not answer
/// @param unclear    several hits, rows in error, numbers or identifiers that do not fit
/// @param unanswered people who should have been in a file and were in none; of declarations: gone
/// @param waiting    proposed changes of this round that nobody has decided
public record Counts(
        long asked,
        long unchanged,
        long registered,
        long changed,
        long died,
        long outOfScope,
        long unclear,
        long unanswered,
        long waiting) {

    /// As the record keeps them.
    List<String> words() {
        return List.of(
                "asked=" + asked,
                "unchanged=" + unchanged,
                "registered=" + registered,
                "changed=" + changed,
                "died=" + died,
                "out-of-scope=" + outOfScope,
                "unclear=" + unclear,
                "unanswered=" + unanswered,
                "waiting=" + waiting);
    }
}
