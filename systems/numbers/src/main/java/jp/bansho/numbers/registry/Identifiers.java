package jp.bansho.numbers.registry;

import jp.bansho.numbers.linkage.Person;
import org.jspecify.annotations.Nullable;

/// What a person is known by, as it was typed; empty is nothing (N1).
///
/// @param userNumber         利用番号
/// @param ownNumber          共済組合独自番号
/// @param certificateNumber  年金証書記号番号
/// @param basicPensionNumber 基礎年金番号
/// @param payrollNumber      給料記録番号
public record Identifiers(
        String userNumber,
        @Nullable String ownNumber,
        @Nullable String certificateNumber,
        @Nullable String basicPensionNumber,
        @Nullable String payrollNumber) {

    /// Strips blanks; what is empty then is nothing.
    public Identifiers {
        userNumber = userNumber.strip();
        ownNumber = given(ownNumber);
        certificateNumber = given(certificateNumber);
        basicPensionNumber = given(basicPensionNumber);
        payrollNumber = given(payrollNumber);
    }

    /// The identifiers of a person who is registered.
    public static Identifiers of(Person person) {
        return new Identifiers(
                person.userNumber(),
                person.ownNumber(),
                person.certificateNumber(),
                person.basicPensionNumber(),
                person.payrollNumber());
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
