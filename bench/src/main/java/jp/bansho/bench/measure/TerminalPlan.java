package jp.bansho.bench.measure;

/// What a run of the terminals' benchmark is to measure.
///
/// @param people how many are registered
/// @param quick  a smoke test of the benchmark itself: everything once, and short
public record TerminalPlan(long people, boolean quick) {

    int rounds() {
        return quick ? 1 : 2;
    }

    /// Seconds of a paced phase whose work is one request.
    int seconds() {
        return quick ? 2 : 30;
    }

    /// Seconds of a phase without pauses.
    int closedSeconds() {
        return quick ? 1 : 5;
    }

    int warmUpSeconds() {
        return quick ? 2 : 4;
    }

    int warmUps() {
        return quick ? 1 : 6;
    }
}
