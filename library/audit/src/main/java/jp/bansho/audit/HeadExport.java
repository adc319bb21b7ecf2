package jp.bansho.audit;

/// What came of exporting a head to the [HeadFile].
public sealed interface HeadExport {

    /// The head was added and is on the disk; record it as [HeadExported].
    record Added(SignedHead head, long line) implements HeadExport {}

    /// The file ends with this head already, or there is no record yet.
    record Unchanged() implements HeadExport {}

    /// Refused: the database ends before the last exported head. Its tail was cut off or an old copy restored.
    record WentBack(long database, long file) implements HeadExport {}

    /// Refused: the database has another record `seq` than the one whose head was exported. The history was
    /// forked.
    record Contradicted(long seq) implements HeadExport {}

    /// Refused: the last line of the head file is torn or not genuine; it is left as it is, as evidence.
    record Damaged(long line) implements HeadExport {}

    /// Refused: the database's own head bears no valid signature.
    record BadSignature(long seq) implements HeadExport {}
}
