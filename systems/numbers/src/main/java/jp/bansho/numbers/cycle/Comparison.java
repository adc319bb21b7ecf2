package jp.bansho.numbers.cycle;

import java.util.List;

/// A file of next year's declarations against what is held, before anything of it is registered (N9).
///
/// @param same    rows with the number that is held
/// @param changed rows with another number: each becomes a proposed change
/// @param fresh   rows about people without a number: each is registered
/// @param unclear rows in error, or that do not fit what is held
/// @param gone    people whose number is held and whom the file does not name: their last deadline stays the last
public record Comparison(long lines, long same, long changed, long fresh, long unclear, long gone) {

    /// As the record keeps them.
    List<String> words() {
        return List.of(
                "lines=" + lines,
                "same=" + same,
                "changed=" + changed,
                "new=" + fresh,
                "unclear=" + unclear,
                "gone=" + gone);
    }
}
