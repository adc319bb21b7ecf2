package jp.bansho.numbers.staff;

import jp.bansho.audit.Stamp;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;

/// The person who acts, as the staff file knows them.
///
/// @param name        login name; stands in the record
/// @param role        what the person is here
/// @param association the association of a person of an association; 0 otherwise
/// @param capacity    the role as the record names it: `clerk`, `senior-clerk` …, or the word of [Role]
public record Actor(String name, Role role, int association, String capacity) {

    /// Somebody of the staff file, who has no account.
    public Actor(String name, Role role, int association) {
        this(name, role, association, role.word());
    }

    /// The name of this machine in the record.
    public static final String SYSTEM = "numbers";

    /// The scope to work on that association.
    ///
    /// @throws StaffRefused if the person works for another association, or for none
    public Scope.Association scopeOf(int code) {
        if (code < 1 || code > 99) {
            throw new StaffRefused("there is no association " + code, "構成組合 " + code + " は登録されていません");
        }
        return switch (role) {
            case FEDERATION -> new Scope.Association(code);
            case ASSOCIATION -> {
                if (association != code) {
                    throw new StaffRefused("this is another association's work", "他の構成組合の業務です");
                }
                yield new Scope.Association(code);
            }
            case OPERATOR -> throw new StaffRefused("operators do not touch people's records", "運営担当者は個人の記録を扱えません");
        };
    }

    /// The federation's scope.
    ///
    /// @throws StaffRefused for everybody else (N6)
    public Scope.Federation federationScope() {
        if (role != Role.FEDERATION) {
            throw new StaffRefused("only the federation may do this", "連合会だけが実行できます");
        }
        return new Scope.Federation();
    }

    /// The envelope of a record about an act that the table of purposes allowed or refused: it names the row.
    public Stamp stamp(int about, PurposeDecision decision, @Nullable Long subject) {
        var who = stamp(about, null, subject, null);
        return new Stamp(who.system(), who.actor(), who.role(), about, decision.stamp(), subject, null);
    }

    /// The envelope of a record about this person's act.
    public Stamp stamp(@Nullable Integer about, @Nullable Purpose purpose, @Nullable Long subject, @Nullable Long job) {
        return new Stamp(SYSTEM, name, capacity, about, purpose == null ? null : purpose.word(), subject, job);
    }
}
