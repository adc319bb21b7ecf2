package jp.bansho.numbers.erasure;

/// What became of recording a fact.
public enum FactAnswer {
    /// It is recorded.
    DONE("done"),
    /// Nobody of the association has that handle.
    NOBODY("nobody"),
    /// The person's number is not kept for what the fact would end.
    NO_SUCH_USE("no-such-use"),
    /// A death cannot be confirmed on a day to come.
    DAY_AHEAD("day-ahead"),
    /// The day lies before there were Individual Numbers, or too far ahead for a deadline.
    DAY_OUT_OF_BOUNDS("day-out-of-bounds"),
    /// A hold ends before it begins.
    ENDS_BEFORE("ends-before"),
    /// Source or reason is missing or too long.
    TEXT_MISSING("text-missing"),
    /// Twelve digits stand alone in the text.
    NUMBER_IN_TEXT("number-in-text"),
    /// The same is recorded already.
    KNOWN_ALREADY("known-already"),
    /// What is to be taken back is not in force.
    NOT_IN_FORCE("not-in-force"),
    /// A job or an erasure of the association is at work.
    BUSY("busy");

    private final String word;

    FactAnswer(String word) {
        this.word = word;
    }

    /// The word of records and messages.
    public String word() {
        return word;
    }
}
