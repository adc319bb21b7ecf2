package jp.bansho.pension.collection;

/// The three amounts of records added up, in yen.
record Sums(long first, long second, long third) {

    static final Sums NONE = new Sums(0, 0, 0);

    /// With those of one more municipality.
    Sums and(long one, long two, long three) {
        return new Sums(first + one, second + two, third + three);
    }
}
