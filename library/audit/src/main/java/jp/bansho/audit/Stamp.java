package jp.bansho.audit;

import org.jspecify.annotations.Nullable;

/// Who acts, for which purpose, and about whom: the envelope of an audit record (duty L1).
///
/// The envelope stays for as long as the record does, even when the details are purged. It therefore holds
/// handles only, never a name and never an Individual Number 個人番号.
///
/// @param system      the machine, such as `numbers`
/// @param actor       user ID of the person, or the name of the batch
/// @param role        the role under which the actor was let in
/// @param association code 1..99 of the association 構成組合 whose data is touched; null for the federation 連合会 as
/// a whole
/// @param purpose     the legal purpose of use; null where an act needs none
/// @param subject     internal random handle of the person concerned; null where it concerns nobody or many
/// @param job         the job or batch that the act belongs to
public record Stamp(
        String system,
        String actor,
        String role,
        @Nullable Integer association,
        @Nullable String purpose,
        @Nullable Long subject,
        @Nullable Long job) {

    private static final int LONGEST = 200;

    public Stamp {
        check("system", system);
        check("actor", actor);
        check("role", role);
        if (purpose != null) {
            check("purpose", purpose);
        }
        if (association != null && (association < 1 || association > 99)) {
            throw new IllegalArgumentException("an association has a code from 1 to 99");
        }
    }

    /// The same actor, purpose and job, about a person.
    public Stamp about(long person) {
        return new Stamp(system, actor, role, association, purpose, person, job);
    }

    private static void check(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Stamp::unwelcome)) {
            throw new IllegalArgumentException(
                    "the stamp's " + field + " must have 1 to " + LONGEST + " characters, none of them a control");
        }
        NumberGuard.check("stamp", field, text);
    }

    private static boolean unwelcome(int character) {
        return Character.isISOControl(character) || Character.isSurrogate((char) character);
    }
}
