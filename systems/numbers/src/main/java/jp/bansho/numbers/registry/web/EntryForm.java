package jp.bansho.numbers.registry.web;

import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.registry.Identifiers;
import org.jspecify.annotations.Nullable;

/// What the forms of this desk hold besides the number, which no form ever holds again.
///
/// @param kind   name of a kind of person
/// @param reason name of a reason
record EntryForm(
        @Nullable String kind,
        @Nullable String userNumber,
        @Nullable String ownNumber,
        @Nullable String certificateNumber,
        @Nullable String basicPensionNumber,
        @Nullable String payrollNumber,
        @Nullable String purpose,
        @Nullable String reason) {

    /// A form for a person who is registered.
    static EntryForm of(Person person, String row) {
        return new EntryForm(
                person.kind().name(),
                person.userNumber(),
                person.ownNumber(),
                person.certificateNumber(),
                SheetWords.hyphenated(person),
                person.payrollNumber(),
                row,
                null);
    }

    /// An empty form.
    static EntryForm empty(String row) {
        return new EntryForm(null, null, null, null, null, null, row, null);
    }

    String row() {
        return purpose == null ? "" : purpose;
    }

    /// As they are kept: any width was welcome.
    Identifiers identifiers() {
        return new Identifiers(
                plain(userNumber),
                plain(ownNumber),
                plain(certificateNumber),
                plain(basicPensionNumber),
                plain(payrollNumber));
    }

    /// As the page may show it again: a number that got into the wrong field is not on it.
    EntryForm shown() {
        return new EntryForm(
                kind,
                shown(userNumber),
                shown(ownNumber),
                shown(certificateNumber),
                shown(basicPensionNumber),
                shown(payrollNumber),
                purpose,
                reason);
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : Typed.identifier(typed);
    }

    private static @Nullable String shown(@Nullable String typed) {
        return typed == null || Typed.isNumber(typed) ? null : typed;
    }

    /// Nothing of what was typed.
    @Override
    public String toString() {
        return "EntryForm[*]";
    }
}
