package jp.bansho.layout;

/// Where a column's rule comes from, so that nobody takes a choice of this project for a ministry's.
public enum Source {
    /// The official text was read and says so.
    OFFICIAL,
    /// Concluded from an official text that does not say it outright.
    INFERRED,
    /// Chosen by this project because no public text says anything.
    PROJECT
}
