package jp.bansho.identifiers;

import java.util.List;
import java.util.function.Function;
import jp.bansho.identifiers.Parsed.Valid;

/// The form an association has laid down for one of its identifiers; the only way from outside text to an
/// identifier.
///
/// The pattern is written in a small part of the regular expressions, where everything it can match is
/// known beforehand: literals, `\d`, `[A-Z0-9]`, `?`, `{n}`, `{n,m}` and `|` between whole alternatives. It
/// always speaks of the whole field. Matching takes time proportional to the length of the field, whatever
/// the pattern and the field.
///
/// @param <T> the identifier it yields
public final class IdentifierPattern<T extends OpaqueIdentifier> {

    private final String source;
    private final List<PatternSequence> alternatives;
    private final int shortest;
    private final int longest;
    private final Function<CharSequence, T> maker;

    private IdentifierPattern(String source, int longestAllowed, Function<CharSequence, T> maker) {
        this.source = source;
        this.alternatives = new PatternReader(source).alternatives(longestAllowed);
        this.shortest =
                alternatives.stream().mapToInt(PatternSequence::shortest).min().orElseThrow();
        this.longest =
                alternatives.stream().mapToInt(PatternSequence::longest).max().orElseThrow();
        this.maker = maker;
    }

    /// For 利用番号, at most 16 characters.
    ///
    /// @throws IllegalArgumentException if the pattern is not of the small language, or could match the
    ///         empty text, a character outside of visible ASCII, or more characters than the identifier can
    ///         have
    public static IdentifierPattern<UserNumber> ofUserNumbers(String pattern) {
        return new IdentifierPattern<>(pattern, UserNumber.LONGEST, UserNumber::of);
    }

    /// For 年金証書記号番号, at most 15 characters; throws as [#ofUserNumbers].
    public static IdentifierPattern<CertificateNumber> ofCertificateNumbers(String pattern) {
        return new IdentifierPattern<>(
                pattern, CertificateNumber.LONGEST, text -> new CertificateNumber(text.toString()));
    }

    /// For 給料記録番号, at most 20 characters; throws as [#ofUserNumbers].
    public static IdentifierPattern<PayrollNumber> ofPayrollNumbers(String pattern) {
        return new IdentifierPattern<>(pattern, PayrollNumber.LONGEST, text -> new PayrollNumber(text.toString()));
    }

    /// For 共済組合独自番号, at most 20 characters; throws as [#ofUserNumbers].
    public static IdentifierPattern<AssociationNumber> ofAssociationNumbers(String pattern) {
        return new IdentifierPattern<>(
                pattern, AssociationNumber.LONGEST, text -> new AssociationNumber(text.toString()));
    }

    /// Reads the whole text; blanks around it are not forgiven.
    public Parsed<T> parse(CharSequence text) {
        for (var alternative : alternatives) {
            if (alternative.matches(text)) {
                return new Valid<>(maker.apply(text));
            }
        }
        return faultOf(text).refuses();
    }

    /// Reads the bytes from `from` (inclusive) to `to` (exclusive), under the same rules.
    public Parsed<T> parse(byte[] ascii, int from, int to) {
        return parse(new AsciiView(ascii, from, to));
    }

    /// The fewest characters that can match, at least 1.
    public int shortest() {
        return shortest;
    }

    /// The most characters that can match.
    public int longest() {
        return longest;
    }

    private IdentifierFault faultOf(CharSequence text) {
        if (text.isEmpty()) {
            return IdentifierFault.EMPTY;
        }
        if (!VisibleAscii.allows(text)) {
            return IdentifierFault.CHARACTERS;
        }
        var fits = text.length() >= shortest && text.length() <= longest;
        return fits ? IdentifierFault.PATTERN : IdentifierFault.LENGTH;
    }

    /// The pattern as it was configured.
    @Override
    public String toString() {
        return source;
    }
}
