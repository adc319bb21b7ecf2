package jp.bansho.population;

/// Hears how far the making of a population is.
@FunctionalInterface
public interface Progress {

    /// `done` people of `total` are written.
    void at(long done, long total);

    /// Nobody listens.
    static Progress none() {
        return (done, total) -> {};
    }
}
