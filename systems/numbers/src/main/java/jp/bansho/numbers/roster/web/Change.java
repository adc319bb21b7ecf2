package jp.bansho.numbers.roster.web;

/// A line of a confirmation: what it was and what it becomes.
record Change(String label, String old, String now, boolean changed) {

    static Change of(String label, String old, String now) {
        return new Change(label, old, now, !old.equals(now));
    }

    /// Without the texts: they may be names.
    @Override
    public String toString() {
        return "Change[" + label + "]";
    }
}
