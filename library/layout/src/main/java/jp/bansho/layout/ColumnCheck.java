package jp.bansho.layout;

import org.jspecify.annotations.Nullable;

/// One column's rules made ready for bytes; it has no state and makes nothing.
public final class ColumnCheck {

    private final Kind kind;
    private final CharacterSet set;
    private final Width width;
    private final boolean obligatory;
    private final @Nullable Values values;

    /// Makes the rules of a column ready.
    public ColumnCheck(Column column, CharacterSet set) {
        this.kind = column.kind();
        this.set = set;
        this.width = column.width();
        this.obligatory = column.obligatory();
        this.values = column.values().isEmpty() ? null : new Values(column.values());
    }

    /// The first rule the field breaks, or null.
    public @Nullable Rule broken(byte[] b, int from, int to) {
        if (from == to) {
            return obligatory ? Rule.OBLIGATORY : null;
        }
        var length = length(b, from, to);
        if (length < 0) {
            return Complaint.about(kind, set, b, ~length, to);
        }
        if (kind == Kind.EMPTY) {
            return Rule.EMPTY_EXPECTED;
        }
        if (kind == Kind.DATE) {
            return Days.real(b, from, to) ? null : Rule.DATE;
        }
        if (!width.holds(length)) {
            return Rule.WIDTH;
        }
        return values == null || values.has(b, from, to) ? null : Rule.VALUE;
    }

    private int length(byte[] b, int from, int to) {
        return switch (kind) {
            case DIGITS -> Characters.digits(b, from, to);
            case HALF -> Characters.half(b, from, to);
            case IDENTIFIER -> Characters.identifier(b, from, to);
            case FULL -> Characters.full(b, from, to);
            case EITHER -> Characters.either(b, from, to);
            case KANA -> Characters.kana(b, from, to);
            case TEXT -> Characters.text(b, from, to);
            case DATE, EMPTY -> to - from;
        };
    }
}
