package jp.bansho.pension.members;

import java.util.List;
import java.util.function.Consumer;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.Parsed.Invalid;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.layout.RecordReader;

/// What the layout does not say about a row: the form of user numbers, the check digit of the
/// code, and that nothing in it is an Individual Number (個人番号).
final class MemberRow {

    static final int USER_NUMBER = 1;
    static final int CODE = 3;

    /// Columns whose layout would let twelve digits through.
    private static final List<Integer> FREE = List.of(1, 4, 5, 8, 10, 13);

    private final IdentifierPattern<UserNumber> userNumbers;

    MemberRow(IdentifierPattern<UserNumber> userNumbers) {
        this.userNumbers = userNumbers;
    }

    /// Says what is wrong with the reader's current row, whose layout is right.
    void check(RecordReader row, Consumer<Problem> problems) {
        var user = userNumbers.parse(row.buffer(), row.start(USER_NUMBER), row.end(USER_NUMBER));
        if (user instanceof Invalid<UserNumber>(var fault)) {
            problems.accept(Problem.of(row.line(), USER_NUMBER, fault));
        }
        if (row.length(CODE) > 0) {
            Parsed<ResidentRecordCode> code = ResidentRecordCode.parse(row.buffer(), row.start(CODE), row.end(CODE));
            if (code instanceof Invalid<ResidentRecordCode>(var fault)) {
                problems.accept(Problem.of(row.line(), CODE, fault));
            }
        }
        for (var column : FREE) {
            if (TwelveDigits.in(row, column)) {
                problems.accept(Problem.twelveDigits(row.line(), column));
            }
        }
    }
}
