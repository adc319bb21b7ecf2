package jp.bansho.numbers.intake;

import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.layout.RecordReader;

/// Turns a record of one kind of file, already checked against its layout, into a row.
interface RowReader {

    /// The layout of the file.
    String layout();

    /// The column of the user number.
    int keyColumn();

    /// The pattern of the association's user numbers.
    IdentifierPattern<UserNumber> userNumbers();

    /// Reads the current record, which keeps its layout and belongs to that user number.
    SourceRow read(RecordReader record, String user);
}
