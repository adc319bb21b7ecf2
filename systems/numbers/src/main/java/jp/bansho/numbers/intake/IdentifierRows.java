package jp.bansho.numbers.intake;

import jp.bansho.identifiers.BasicPensionNumber;
import jp.bansho.identifiers.IdentifierFault;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.layout.RecordReader;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.intake.SourceRow.Identifiers;
import jp.bansho.numbers.linkage.Association;
import jp.bansho.numbers.linkage.Kind;
import org.jspecify.annotations.Nullable;

/// Rows of the identifiers file (利用番号等): what else a person is known by, without any number (N1).
final class IdentifierRows implements RowReader {

    static final String LAYOUT = "identifiers";

    private static final int USER = 1;
    static final int KIND = 2;
    static final int CERTIFICATE = 3;
    static final int BASIC_PENSION = 4;
    static final int PAYROLL = 5;
    static final int OWN = 6;

    private final Association association;

    IdentifierRows(Association association) {
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
        var certificate = text(record, CERTIFICATE);
        var basic = text(record, BASIC_PENSION);
        var payroll = text(record, PAYROLL);
        var own = text(record, OWN);
        var fault = certificate == null
                ? null
                : fault(association.certificateNumbers().parse(certificate));
        var column = CERTIFICATE;
        if (fault == null && basic != null) {
            fault = fault(BasicPensionNumber.parse(basic));
            column = BASIC_PENSION;
        }
        if (fault == null && payroll != null) {
            fault = fault(association.payrollNumbers().parse(payroll));
            column = PAYROLL;
        }
        if (fault == null && own != null) {
            fault = fault(association.ownNumbers().parse(own));
            column = OWN;
        }
        if (fault != null) {
            return new Dismissed(record.line(), RowOutcome.INVALID, fault.name(), column, user);
        }
        var kind = Kind.of(record.buffer()[record.start(KIND)] - '0');
        return new Claim(record.line(), user, kind, null, false, new Identifiers(own, certificate, basic, payroll));
    }

    private static @Nullable String text(RecordReader record, int column) {
        return record.length(column) == 0 ? null : record.text(column);
    }

    private static @Nullable IdentifierFault fault(Parsed<?> parsed) {
        return parsed instanceof Parsed.Invalid<?>(var fault) ? fault : null;
    }
}
