package jp.bansho.numbers.roster.web;

/// A line of a sheet.
record Fact(String label, String text) {

    /// Without the text: it may be a name.
    @Override
    public String toString() {
        return "Fact[" + label + "]";
    }
}
