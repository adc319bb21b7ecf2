package jp.bansho.numbers.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.bansho.identifiers.BasicPensionNumber;
import jp.bansho.identifiers.Parsed;
import jp.bansho.numbers.linkage.Association;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.linkage.Person;
import org.jspecify.annotations.Nullable;

/// Whether identifiers that were typed have the forms their association laid down, and how they become a
/// person's.
final class Patterns {

    private Patterns() {}

    static Optional<Refusal> refusal(Association association, Identifiers typed) {
        if (broken(association.userNumbers().parse(typed.userNumber()))) {
            return Optional.of(Refusal.USER_NUMBER);
        }
        var own = typed.ownNumber();
        if (own != null && broken(association.ownNumbers().parse(own))) {
            return Optional.of(Refusal.OWN_NUMBER);
        }
        var certificate = typed.certificateNumber();
        if (certificate != null && broken(association.certificateNumbers().parse(certificate))) {
            return Optional.of(Refusal.CERTIFICATE_NUMBER);
        }
        var basic = typed.basicPensionNumber();
        if (basic != null && broken(BasicPensionNumber.parse(basic))) {
            return Optional.of(Refusal.BASIC_PENSION_NUMBER);
        }
        var payroll = typed.payrollNumber();
        if (payroll != null && broken(association.payrollNumbers().parse(payroll))) {
            return Optional.of(Refusal.PAYROLL_NUMBER);
        }
        return Optional.empty();
    }

    /// A new person; a dependant is registered for tax law, the others for pension law (N10).
    static Person fresh(long id, int association, Kind kind, Identifiers typed) {
        var tax = kind == Kind.DEPENDANT;
        return with(new Person(id, association, kind, !tax, tax, "", null, null, null, null), typed);
    }

    static Person with(Person person, Identifiers typed) {
        return new Person(
                person.id(),
                person.association(),
                person.kind(),
                person.pensionUse(),
                person.taxUse(),
                typed.userNumber(),
                typed.ownNumber(),
                typed.certificateNumber(),
                plain(typed.basicPensionNumber()),
                typed.payrollNumber());
    }

    /// The names of the identifiers that differ, for the record.
    static List<String> differing(Person before, Person after) {
        var fields = new ArrayList<String>();
        compare(fields, "user-number", before.userNumber(), after.userNumber());
        compare(fields, "own-number", before.ownNumber(), after.ownNumber());
        compare(fields, "certificate-number", before.certificateNumber(), after.certificateNumber());
        compare(fields, "basic-pension-number", before.basicPensionNumber(), after.basicPensionNumber());
        compare(fields, "payroll-number", before.payrollNumber(), after.payrollNumber());
        return fields;
    }

    private static void compare(List<String> fields, String name, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            fields.add(name);
        }
    }

    /// Papers show a basic pension number with a hyphen; ten digits are kept.
    private static @Nullable String plain(@Nullable String basicPensionNumber) {
        return basicPensionNumber == null
                ? null
                : BasicPensionNumber.parse(basicPensionNumber).orThrow().toString();
    }

    private static boolean broken(Parsed<?> parsed) {
        return parsed instanceof Parsed.Invalid<?>;
    }
}
