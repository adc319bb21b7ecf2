package jp.bansho.numbers.intake;

import java.util.Objects;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.linkage.Person;
import org.jspecify.annotations.Nullable;

/// How what a row says of a person joins what is known: gaps are filled, uses are added (N10), nothing is replaced.
final class Merge {

    private Merge() {}

    static Person fresh(long id, int association, Claim claim) {
        var identifiers = claim.identifiers();
        return new Person(
                id,
                association,
                claim.kind(),
                pension(claim.kind()),
                !pension(claim.kind()),
                claim.userNumber(),
                identifiers.own(),
                identifiers.certificate(),
                identifiers.basicPension(),
                identifiers.payroll());
    }

    static Person into(Person person, Claim claim) {
        var said = claim.identifiers();
        return new Person(
                person.id(),
                person.association(),
                person.kind(),
                person.pensionUse() || pension(claim.kind()),
                person.taxUse() || !pension(claim.kind()),
                person.userNumber(),
                first(person.ownNumber(), said.own()),
                first(person.certificateNumber(), said.certificate()),
                first(person.basicPensionNumber(), said.basicPension()),
                first(person.payrollNumber(), said.payroll()));
    }

    /// The column of the file in which it contradicts what is known; 0 if it does not.
    static int differing(Person person, Claim claim) {
        var said = claim.identifiers();
        if (claim.number() == null && claim.kind() != person.kind()) {
            return IdentifierRows.KIND;
        }
        if (differs(person.ownNumber(), said.own())) {
            return claim.number() == null ? IdentifierRows.OWN : DependantRows.OWN;
        }
        if (differs(person.certificateNumber(), said.certificate())) {
            return IdentifierRows.CERTIFICATE;
        }
        if (differs(person.basicPensionNumber(), said.basicPension())) {
            return IdentifierRows.BASIC_PENSION;
        }
        return differs(person.payrollNumber(), said.payroll()) ? IdentifierRows.PAYROLL : 0;
    }

    private static boolean pension(Kind kind) {
        return switch (kind) {
            case RECIPIENT, SPOUSE -> true;
            case DEPENDANT -> false;
        };
    }

    private static boolean differs(@Nullable String known, @Nullable String said) {
        return known != null && said != null && !Objects.equals(known, said);
    }

    private static @Nullable String first(@Nullable String known, @Nullable String said) {
        return known != null ? known : said;
    }
}
