package jp.bansho.audit;

import java.util.Locale;

/// What happened, as a record; each desk's sealed interface of events extends this one.
///
/// The components become the details of the audit record. They may be `String`, `int`, `long`, `boolean` (or
/// their boxes), an enum, `Instant`, `LocalDate` or `List<String>` and nothing else, so that an Individual
/// Number 個人番号, or anything else with a type of its own, cannot slip in; see [EventShape].
public interface AuditEvent {

    /// The event's name in the record: the simple name of the class in kebab-case, `NumberRevealed` as
    /// `number-revealed`.
    ///
    /// Whoever renames the class changes the name; override this method to keep the old one.
    default String event() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
