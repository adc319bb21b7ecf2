package jp.bansho.pension.staff;

import jp.bansho.audit.Stamp;
import jp.bansho.media.ledger.Actor;
import jp.bansho.pension.store.Scope;
import org.jspecify.annotations.Nullable;

/// Somebody who works at this machine.
///
/// @param name        login name, as it stands in the record and on a medium
/// @param post        what the person is here
/// @param association of a person of an association; 0 for everybody else
public record Clerk(String name, Post post, int association) {

    /// The name of this machine in the record.
    public static final String SYSTEM = "pension";

    /// In place of an association's code: the work of the federation for all of them.
    public static final int ALL = 0;

    /// What somebody is here.
    public enum Post {
        /// 連合会, works for every association.
        FEDERATION("federation"),
        /// 構成組合, works for its own people.
        ASSOCIATION("association"),
        /// 年金給付システム運営委託先, cuts files for every association and approves nothing.
        OPERATOR("operator");

        private final String word;

        Post(String word) {
            this.word = word;
        }

        /// The word of the staff file and of the record.
        public String word() {
            return word;
        }
    }

    /// The scope for keeping that association's people.
    ///
    /// @throws StaffRefused if the person does not work for it
    public Scope.Members membersOf(int code) {
        require(code);
        return new Scope.Members(code);
    }

    /// The scope for cutting files about that association's people.
    ///
    /// @throws StaffRefused if the person does not work for it
    public Scope.Cutter cutterOf(int code) {
        require(code);
        return new Scope.Cutter(code);
    }

    /// The scope for keeping that association's payments.
    ///
    /// @throws StaffRefused if the person does not work for it
    public Scope.Payments paymentsOf(int code) {
        require(code);
        return new Scope.Payments(code);
    }

    /// The scope for cutting slips of all associations.
    ///
    /// @throws StaffRefused if the person works for one association alone
    public Scope.Slips slips() {
        requireOrAll(ALL);
        return new Scope.Slips();
    }

    /// The scope for the special collection from pensions of all associations.
    ///
    /// @throws StaffRefused if the person works for one association alone
    public Scope.Collection collection() {
        requireOrAll(ALL);
        return new Scope.Collection();
    }

    /// Whether the person may approve what another applied for about that association (M2):
    /// nobody approves their own application, and the contractor who runs the machine approves
    /// none.
    ///
    /// @throws StaffRefused if not
    public void requireApproverOf(int code, Clerk applicant) {
        requireOrAll(code);
        if (name.equals(applicant.name)) {
            throw new StaffRefused("same-person", "somebody else has to approve what one applied for", "申請者本人は承認できません");
        }
        if (post == Post.OPERATOR) {
            throw new StaffRefused("operator-approves", "an operator cannot approve", "運営担当者は承認できません");
        }
    }

    /// Whether the person may stand beside that one at a medium of that association (M2).
    ///
    /// @throws StaffRefused if not
    public void requireWitnessOf(int code, Clerk doer) {
        requireOrAll(code);
        if (name.equals(doer.name)) {
            throw new StaffRefused(
                    "second-person-missing",
                    "work at a medium needs a second person: name another one with --with",
                    "媒体の取扱いは2人で行います。--with で別の立会者を指定してください");
        }
    }

    private void requireOrAll(int code) {
        if (code != ALL || post == Post.ASSOCIATION) {
            require(code);
        }
    }

    /// The person in the ledger of media of that association (M3), or of the federation for parcels about [#ALL].
    ///
    /// @throws StaffRefused if the person does not work for it
    public Actor inLedgerOf(int code) {
        if (code == ALL && post == Post.ASSOCIATION) {
            throw new StaffRefused(
                    "association-missing", "say whose ledger it is with --association", "--association で構成組合を指定してください");
        }
        requireOrAll(code);
        return Actor.named(name, code, post.word());
    }

    private void require(int code) {
        if (code < 1 || code > 99 || (post == Post.ASSOCIATION && code != association)) {
            throw new StaffRefused("other-association", "this is another association's work", "他の構成組合の業務です");
        }
    }

    /// The envelope of a record about this person's act.
    ///
    /// @param about the association, [#ALL] for none in particular
    public Stamp stamp(int about, @Nullable String purpose, @Nullable Long job) {
        return new Stamp(SYSTEM, name, post.word(), about == ALL ? null : about, purpose, null, job);
    }
}
