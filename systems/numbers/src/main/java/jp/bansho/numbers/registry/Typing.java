package jp.bansho.numbers.registry;

import java.sql.SQLException;
import jp.bansho.identifiers.Parsed;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.linkage.Kind;
import org.jspecify.annotations.Nullable;

/// Whether a number was typed well enough to be kept (N5).
sealed interface Typing {

    /// It was.
    record Sure(IndividualNumber number) implements Typing {}

    /// It was not.
    record Unsure(Refusal why) implements Typing {}

    /// Looks at what was typed: the check digit, and for a dependant a second look as well.
    ///
    /// @param subject the person whose last declaration it may be compared with; null if there is none yet
    static Typing check(Act act, Kind kind, @Nullable Long subject, TypedNumber typed, Confirmation confirmation)
            throws SQLException {
        return switch (typed.parsed()) {
            case Parsed.Invalid<IndividualNumber>(var fault) -> new Unsure(Refusal.ofNumber(fault));
            case Parsed.Valid<IndividualNumber>(var number) ->
                switch (confirmation) {
                    case Confirmation.TypedOnce() ->
                        kind == Kind.DEPENDANT ? new Unsure(Refusal.TYPED_ONCE) : new Sure(number);
                    case Confirmation.TypedAgain(var second) ->
                        second.parsed() instanceof Parsed.Valid<IndividualNumber>(var again) && again.equals(number)
                                ? new Sure(number)
                                : new Unsure(Refusal.TYPED_DIFFERENTLY);
                    case Confirmation.LastDeclaration() ->
                        subject != null && act.vault.isInForce(act.connection, subject, number)
                                ? new Sure(number)
                                : new Unsure(Refusal.NOT_THE_LAST);
                };
        };
    }
}
