package jp.bansho.population;

/// What can differ in the results file of the next odd month (duty N8).
enum NextResultsFault implements Fault {
    /// Change status 2: the municipality gave a new number, which replaces the old one.
    NUMBER_CHANGED("number-changed", 31, "changed"),
    /// Another number, but change status 0: nobody said that it changed.
    NUMBER_CHANGED_WITHOUT_CODE("number-changed-without-code", 31, "conflict");

    private final String word;
    private final int column;
    private final String outcome;

    NextResultsFault(String word, int column, String outcome) {
        this.word = word;
        this.column = column;
        this.outcome = outcome;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int column() {
        return column;
    }

    @Override
    public String outcome() {
        return outcome;
    }
}
