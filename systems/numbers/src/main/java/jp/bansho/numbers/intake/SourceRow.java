package jp.bansho.numbers.intake;

import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.linkage.Marks;
import org.jspecify.annotations.Nullable;

/// A row of an input file after it was read and checked by itself, before it meets the database.
sealed interface SourceRow {

    /// Line number in the file, from 1.
    long line();

    /// A person and, unless the file brings identifiers alone, a number.
    ///
    /// @param life      what an inquiry into the life status says besides; null in every other file
    /// @param marks     keyed marks of the family name and the address, which go no further themselves (N1)
    /// @param certified true if J-LIS says in this row that the number changed, so a second number is a change
    record Claim(
            long line,
            String userNumber,
            Kind kind,
            @Nullable IndividualNumber number,
            boolean certified,
            Identifiers identifiers,
            Marks marks,
            @Nullable LifeStatus life)
            implements SourceRow {

        /// A claim of a file that does not tell who lives.
        Claim(
                long line,
                String userNumber,
                Kind kind,
                @Nullable IndividualNumber number,
                boolean certified,
                Identifiers identifiers,
                Marks marks) {
            this(line, userNumber, kind, number, certified, identifiers, marks, null);
        }

        /// A claim of a file without names and addresses.
        Claim(
                long line,
                String userNumber,
                Kind kind,
                @Nullable IndividualNumber number,
                boolean certified,
                Identifiers identifiers) {
            this(line, userNumber, kind, number, certified, identifiers, Marks.NONE);
        }
    }

    /// Further identifiers of a person; null where the file says nothing.
    record Identifiers(
            @Nullable String own,
            @Nullable String certificate,
            @Nullable String basicPension,
            @Nullable String payroll) {
        static final Identifiers NONE = new Identifiers(null, null, null, null);
    }

    /// A row that links nobody: invalid, no hit, several hits, not ours.
    ///
    /// @param life    of a row of an inquiry into the life status that found nobody
    /// @param echoKey the user number if it is one of the association's; never anything else that stood there
    record Dismissed(
            long line,
            RowOutcome outcome,
            String rule,
            int column,
            @Nullable String echoKey,
            @Nullable LifeStatus life) implements SourceRow {

        /// A row of a file that does not tell who lives.
        Dismissed(long line, RowOutcome outcome, String rule, int column, @Nullable String echoKey) {
            this(line, outcome, rule, column, echoKey, null);
        }
    }
}
