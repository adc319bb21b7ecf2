package jp.bansho.machine;

/// Which machine this is, in the record of use and towards its database.
///
/// @param word such as `numbers`, `juki`
public record MachineName(String word) {

    /// A name of small letters.
    public MachineName {
        if (!word.matches("[a-z]{2,20}")) {
            throw new IllegalArgumentException("a machine's name is a word of small letters");
        }
    }
}
