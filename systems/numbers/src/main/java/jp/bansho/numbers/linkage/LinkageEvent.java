package jp.bansho.numbers.linkage;

import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about looking people up.
public sealed interface LinkageEvent extends AuditEvent {

    /// Somebody was sought by an identifier other than the number. What was typed is not recorded; who was found is,
    /// one record for each person.
    record PersonFound(String identifier) implements LinkageEvent {}

    /// A search found nobody.
    record PersonNotFound(String identifier) implements LinkageEvent {}

    /// The table of purposes did not allow the search, or not to see the person who was found; the row that refused, or
    /// `no-row` (C5).
    record SearchRefused(String identifier, String row) implements LinkageEvent {}
}
