package jp.bansho.access;

import jp.bansho.audit.Stamp;
import org.jspecify.annotations.Nullable;

/// Somebody who came in: the account, and the human being behind it.
///
/// @param account      login ID; stands in the record
/// @param person       handle of the human being; several accounts may share it (four eyes count people, not accounts)
/// @param name         the person's name, for screens; never in the record
/// @param organisation see [Organisation]
/// @param department   code of the department
public record Member(String account, long person, String name, int organisation, AccountRole role, String department) {

    /// The envelope of a record about this member's act.
    ///
    /// @param system  the machine, such as `numbers`
    /// @param about   association whose data is touched; null for the federation as a whole
    /// @param purpose the purpose row; null where an act needs none
    /// @param subject handle of the person concerned; null where it concerns nobody or many
    public Stamp stamp(String system, @Nullable Integer about, @Nullable String purpose, @Nullable Long subject) {
        return new Stamp(system, account, role.word(), about, purpose, subject, null);
    }

    /// The association to name in records about the own organisation; null for the federation and the operator.
    public @Nullable Integer association() {
        return Organisation.isAssociation(organisation) ? organisation : null;
    }

    /// Without the name: it may end up in a log.
    @Override
    public String toString() {
        return "Member[" + account + ", " + role.word() + "]";
    }
}
