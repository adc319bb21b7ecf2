package jp.bansho.bench.measure;

/// What a run of the benchmark is to measure.
///
/// @param people N
/// @param peers  also JPA/Hibernate, ShardingSphere and pgcrypto
/// @param growth also 10 N people
/// @param quick  a smoke test of the benchmark itself: everything once, and small
public record Plan(long people, boolean peers, boolean growth, boolean quick) {

    /// The fewest people that make sense.
    public static final long LEAST = 1_000;

    /// The most people: the filled database holds more than twice as many, and a population has at most ten million.
    public static final long MOST = 4_500_000;

    /// The most people if ten times as many follow.
    public static final long MOST_WITH_GROWTH = 1_000_000;

    private static final long WARM_UP = 60_000;
    private static final long REPEATED_UP_TO = 1_000_000;

    int rounds() {
        return quick || people > REPEATED_UP_TO ? 1 : 3;
    }

    long warmUp() {
        return quick ? 1_000 : Math.min(WARM_UP, people);
    }

    int calls() {
        return quick ? 100 : 1_500;
    }

    int revealRounds() {
        return quick ? 1 : 5;
    }
}
