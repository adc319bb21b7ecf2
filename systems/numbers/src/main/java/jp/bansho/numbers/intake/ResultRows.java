package jp.bansho.numbers.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.layout.CodeMatch;
import jp.bansho.layout.CodeTable;
import jp.bansho.layout.RecordReader;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.intake.SourceRow.Identifiers;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.linkage.Marking;
import org.jspecify.annotations.Nullable;

/// Rows of the identity-inquiry result file (本人確認情報照会結果ファイル, 46 items in 40 columns; J3, N4).
///
/// Only exactly one hit links by itself. Of several hits nothing is kept, not even sealed: at most one of them is a
/// person this association may hold a number of (C5); the work list asks for a new inquiry by resident record code.
final class ResultRows implements RowReader {

    static final String LAYOUT = "identity-results";

    private static final int REQUEST = 1;
    private static final int ECHO = 4;
    private static final int RESULT = 18;
    private static final int HITS = 19;
    private static final int SEQUENCE = 20;
    private static final int MATCHED = 21;
    private static final int NAME = 26;
    private static final int ADDRESS = 30;
    private static final int NUMBER = 31;
    private static final int CHANGE = 32;
    private static final int CHANGED_ON = 33;

    /// Marks the second and later rows of one inquiry. It waits once all the same, also if its first row is broken:
    /// what waits already does not wait twice.
    static final String FURTHER_HIT = "FURTHER_HIT";

    private final IdentifierPattern<UserNumber> userNumbers;
    private final Marking marking;
    private final CodeMatch found;
    private final CodeMatch noHit;
    private final CodeMatch severalHits;
    private final CodeMatch spouse;
    private final CodeMatch numberChanged;
    private final CodeMatch byCode;
    private final CodeMatch dead;
    private final @Nullable ByRule lifeStatus;

    ResultRows(IdentifierPattern<UserNumber> userNumbers, Marking marking) {
        this(userNumbers, marking, null);
    }

    /// @param lifeStatus what the association's rules are, for an inquiry into the life status
    ///     (N8); else null
    ResultRows(IdentifierPattern<UserNumber> userNumbers, Marking marking, @Nullable ByRule lifeStatus) {
        this.lifeStatus = lifeStatus;
        this.userNumbers = userNumbers;
        this.marking = marking;
        var codes = CodeTable.of(LAYOUT);
        found = codes.match(RESULT, "found");
        noHit = codes.match(RESULT, "no-hit");
        severalHits = codes.match(RESULT, "several-hits");
        spouse = codes.match(3, "spouse");
        numberChanged = codes.match(24, "number");
        byCode = codes.match(21, "by-code");
        dead = codes.match(23, "dead");
    }

    @Override
    public String layout() {
        return LAYOUT;
    }

    @Override
    public IdentifierPattern<UserNumber> userNumbers() {
        return userNumbers;
    }

    @Override
    public int keyColumn() {
        return ECHO;
    }

    @Override
    public SourceRow read(RecordReader record, String user) {
        var line = record.line();
        if (noHit.test(record)) {
            return new Dismissed(line, RowOutcome.NO_HIT, "", RESULT, user, life(record));
        }
        if (severalHits.test(record)) {
            return new Dismissed(line, RowOutcome.SEVERAL_HITS, isFirst(record) ? "" : FURTHER_HIT, HITS, user);
        }
        if (!found.test(record)) {
            return new Dismissed(line, RowOutcome.INVALID, "REQUEST_ERROR", RESULT, user);
        }
        return switch (IndividualNumber.parse(record.buffer(), record.start(NUMBER), record.end(NUMBER))) {
            case Parsed.Invalid<IndividualNumber>(var fault) ->
                new Dismissed(line, RowOutcome.INVALID, fault.name(), NUMBER, user);
            case Parsed.Valid<IndividualNumber>(var number) ->
                new Claim(
                        line,
                        user,
                        spouse.test(record) ? Kind.SPOUSE : Kind.RECIPIENT,
                        number,
                        numberChanged.test(record),
                        Identifiers.NONE,
                        marking.of(record.text(NAME), record.text(ADDRESS)),
                        life(record));
        };
    }

    private @Nullable LifeStatus life(RecordReader record) {
        if (lifeStatus == null) {
            return null;
        }
        var reason = record.text(CHANGE);
        return new LifeStatus(
                record.text(REQUEST),
                byCode.test(record) ? "code" : record.length(MATCHED) == 0 ? "" : "items",
                dead.test(record),
                lifeStatus.leaving().contains(reason),
                reason,
                record.length(CHANGED_ON) == 0
                        ? null
                        : LocalDate.parse(record.text(CHANGED_ON), DateTimeFormatter.BASIC_ISO_DATE));
    }

    private static boolean isFirst(RecordReader record) {
        return record.length(SEQUENCE) == 1 && record.buffer()[record.start(SEQUENCE)] == '1';
    }
}
