package jp.bansho.pension.payments;

import java.util.function.Consumer;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.Parsed.Invalid;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.layout.RecordReader;
import jp.bansho.pension.members.Problem;
import jp.bansho.pension.members.TwelveDigits;

/// What the layouts do not say about a row: the form of user numbers, the tax year, and that
/// nothing in it is an Individual Number (個人番号).
final class RowRules {

    private static final int MONTH = 2;
    private static final int LAST_MONTH = 12;

    private final IdentifierPattern<UserNumber> userNumbers;
    private final int taxYear;

    RowRules(IdentifierPattern<UserNumber> userNumbers, int taxYear) {
        this.userNumbers = userNumbers;
        this.taxYear = taxYear;
    }

    /// Says what is wrong with the reader's current row, whose layout is right.
    void check(FileKind kind, RecordReader row, Consumer<Problem> problems) {
        for (var column : kind.users()) {
            var user = userNumbers.parse(row.buffer(), row.start(column), row.end(column));
            if (user instanceof Invalid<UserNumber>(var fault)) {
                problems.accept(Problem.of(row.line(), column, fault));
            }
        }
        for (var column : kind.free()) {
            if (TwelveDigits.in(row, column)) {
                problems.accept(Problem.twelveDigits(row.line(), column));
            }
        }
        if (kind.equals(FileKind.PAYMENTS)) {
            month(row, problems);
        } else if (kind.equals(FileKind.DECLARATIONS)) {
            declared(row, problems);
        }
    }

    private void month(RecordReader row, Consumer<Problem> problems) {
        var number = Integer.parseInt(row.text(MONTH));
        if (number / 100 != taxYear || number % 100 < 1 || number % 100 > LAST_MONTH) {
            problems.accept(otherYear(row.line(), MONTH));
        }
    }

    private void declared(RecordReader row, Consumer<Problem> problems) {
        if (Integer.parseInt(row.text(1)) != taxYear) {
            problems.accept(otherYear(row.line(), 1));
        }
        if (row.text(4).equals("0") || row.text(4).equals("00")) {
            problems.accept(new Problem(
                    row.line(), 4, "place-zero", "Places on the declaration count from 1.", "記載順は1から始まります。"));
        }
        if (row.text(3).equals("1") != row.text(2).equals(row.text(5))) {
            problems.accept(new Problem(
                    row.line(),
                    5,
                    "other-recipient",
                    "Only the part of the recipient names the recipient.",
                    "受給者本人の利用番号は本人欄だけに記録します。"));
        }
    }

    private static Problem otherYear(long line, int column) {
        return new Problem(
                line, column, "other-year", "This is not of the tax year to be taken in.", "取り込む年分のものではありません。");
    }
}
