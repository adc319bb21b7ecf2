package jp.bansho.layout.fixed;

/// The part a record plays in its group.
public enum Part {
    /// ヘッダレコード: opens a group.
    HEADER,
    /// データレコード.
    DATA,
    /// トレーラレコード: closes a group with its count and its sums.
    TRAILER
}
