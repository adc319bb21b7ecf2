package jp.bansho.audit;

/// One thing that is wrong with a record of use 使用の記録, said in Japanese and English.
///
/// A finding says what the chain proves, not who did it. Some manipulations look alike; each case names its
/// twins.
public sealed interface Finding {

    /// A record's content was changed: one of `first`..`last`.
    ///
    /// Where the details do not fit their digest, or a signed head vouches for the record before, both are the
    /// same. Else a changed record looks exactly like a changed neighbour before it whose hash was computed
    /// anew. A record that was taken out and replaced by an invented one is an edited record too.
    record Edited(long first, long last) implements Finding {}

    /// Records were taken out of the middle. What stands directly behind a hole cannot be checked against it.
    record Missing(long from, long to) implements Finding {}

    /// A genuine record stands in another place than the one it was written for.
    record Reordered(long seq) implements Finding {}

    /// A record that was never part of the signed chain: squeezed in, doubled, or added behind the signed head.
    record Inserted(long seq) implements Finding {}

    /// The end is missing: records up to `signedHead` were signed, the last one found is `lastFound`.
    ///
    /// An old copy put back in place looks the same.
    record CutOff(long lastFound, long signedHead) implements Finding {}

    /// From some record after `lastAgreed` and not after `seq` this is another history than the one that was
    /// signed.
    ///
    /// A change with all later hashes computed anew and a chain that was written afresh look the same, and so
    /// does a changed record `seq` at the very end.
    record Forked(long lastAgreed, long seq) implements Finding {}

    /// A signed head is not genuine or not readable, or its line does not follow the one before.
    ///
    /// @param line line of the head file; 0 for the head of the database or the export
    record BadSignature(long line) implements Finding {}

    /// A signed head that must have been there is not: the one of the database, or an exported one in the head
    /// file.
    ///
    /// @param seq the record up to which it was signed, 0 if unknown
    record HeadMissing(long seq) implements Finding {}

    /// Details are missing without a purge on record: of one or more of the records `first`..`last` of one association.
    record DetailsMissing(long first, long last) implements Finding {}

    /// A line of the export, or a row of the table, that is no record.
    ///
    /// @param place line of the export, or how many rows were read
    record Unreadable(long place) implements Finding {}

    /// The finding as a Japanese sentence.
    default String japanese() {
        return switch (this) {
            case Edited(long first, long last) when first == last -> "記録" + first + "の内容が書き換えられています。";
            case Edited(long first, long last) -> "記録" + first + "から" + last + "までのいずれかが書き換えられています。";
            case Missing(long from, long to) -> "記録" + from + "から" + to + "までが削除されています。";
            case Reordered(long seq) -> "記録" + seq + "の位置に別の位置の記録があります。";
            case Inserted(long seq) -> "記録" + seq + "は署名された連鎖にない記録です。";
            case CutOff(long lastFound, long signedHead) ->
                "記録は" + lastFound + "で終わっていますが、" + signedHead + "まで署名されています。";
            case Forked(long lastAgreed, long seq) -> "記録" + lastAgreed + "より後、" + seq + "までの間から、署名された履歴と異なっています。";
            case BadSignature(long line) when line == 0 -> "末尾の署名が正しくありません。";
            case BadSignature(long line) -> "署名ファイルの" + line + "行目が正しくありません。";
            case HeadMissing(long seq) when seq == 0 -> "末尾の署名がありません。";
            case HeadMissing(long seq) -> "記録" + seq + "までの署名がありません。";
            case DetailsMissing(long first, long last) when first == last -> "記録" + first + "の詳細が、消去の記録なしに失われています。";
            case DetailsMissing(long first, long last) -> "記録" + first + "から" + last + "までの詳細が、消去の記録なしに失われています。";
            case Unreadable(long place) -> place + "行目は記録として読めません。";
        };
    }

    /// The finding as an English sentence.
    default String english() {
        return switch (this) {
            case Edited(long first, long last) when first == last -> "Record " + first + " was changed.";
            case Edited(long first, long last) -> "One of the records " + first + " to " + last + " was changed.";
            case Missing(long from, long to) -> "Records " + from + " to " + to + " were removed.";
            case Reordered(long seq) -> "In the place of record " + seq + " stands one from elsewhere.";
            case Inserted(long seq) -> "Record " + seq + " is not part of the signed chain.";
            case CutOff(long lastFound, long signedHead) ->
                "The records end with " + lastFound + " but were signed up to " + signedHead + ".";
            case Forked(long lastAgreed, long seq) ->
                "After record " + lastAgreed + ", and not later than record " + seq
                        + ", the history departs from the signed one.";
            case BadSignature(long line) when line == 0 -> "The signature of the head is not valid.";
            case BadSignature(long line) -> "Line " + line + " of the head file is not valid.";
            case HeadMissing(long seq) when seq == 0 -> "The signed head is missing.";
            case HeadMissing(long seq) -> "The signed head of record " + seq + " is missing.";
            case DetailsMissing(long first, long last)
            when first == last -> "The details of record " + first + " are missing without a purge on record.";
            case DetailsMissing(long first, long last) ->
                "Details of records " + first + " to " + last + " are missing without a purge on record.";
            case Unreadable(long place) -> "Line " + place + " cannot be read as a record.";
        };
    }
}
