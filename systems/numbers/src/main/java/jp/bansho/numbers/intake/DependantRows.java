package jp.bansho.numbers.intake;

import jp.bansho.identifiers.AssociationNumber;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.layout.RecordReader;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.intake.SourceRow.Identifiers;
import jp.bansho.numbers.linkage.Association;
import jp.bansho.numbers.linkage.Kind;

/// Rows of the dependants file (扶養控除対象者ファイル: number, user number, the association's own number; N5).
final class DependantRows implements RowReader {

    static final String LAYOUT = "dependants";

    private static final int NUMBER = 1;
    private static final int USER = 2;
    static final int OWN = 3;

    private final Association association;

    DependantRows(Association association) {
        this.association = association;
    }

    @Override
    public String layout() {
        return LAYOUT;
    }

    @Override
    public IdentifierPattern<UserNumber> userNumbers() {
        return association.userNumbers();
    }

    @Override
    public int keyColumn() {
        return USER;
    }

    @Override
    public SourceRow read(RecordReader record, String user) {
        var line = record.line();
        var own = record.length(OWN) == 0 ? null : record.text(OWN);
        if (own != null
                && association.ownNumbers().parse(own) instanceof Parsed.Invalid<AssociationNumber>(var fault)) {
            return new Dismissed(line, RowOutcome.INVALID, fault.name(), OWN, user);
        }
        return switch (IndividualNumber.parse(record.buffer(), record.start(NUMBER), record.end(NUMBER))) {
            case Parsed.Invalid<IndividualNumber>(var fault) ->
                new Dismissed(line, RowOutcome.INVALID, fault.name(), NUMBER, user);
            case Parsed.Valid<IndividualNumber>(var number) ->
                new Claim(line, user, Kind.DEPENDANT, number, false, new Identifiers(own, null, null, null));
        };
    }
}
