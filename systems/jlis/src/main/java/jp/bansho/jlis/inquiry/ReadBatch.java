package jp.bansho.jlis.inquiry;

/// What reading a batch leads to.
sealed interface ReadBatch permits NotUnderstood, ReadBatch.TooMany, ReadBatch.Understood {

    /// More rows than a batch may have.
    record TooMany() implements ReadBatch {}

    /// Rows that can be answered, and for which affairs they ask.
    record Understood(java.util.List<Inquiry> inquiries, java.util.Set<String> affairs) implements ReadBatch {}
}
