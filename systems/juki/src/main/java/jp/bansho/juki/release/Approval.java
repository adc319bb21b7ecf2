package jp.bansho.juki.release;

import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.juki.staff.Pair;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.Approved;

/// An approval that is used up in the caller's transaction.
///
/// @param entries for the record of that transaction
public record Approval(Release release, Actor applicant, Actor decider, List<Entry> entries) {

    /// The application as the ledger of media wants it.
    public Approved forLedger(String orderHash) {
        return new Approved(release.application(), applicant.account(), decider.account(), orderHash);
    }

    /// The people of an approval: who does it, and who approved it.
    public record Signers(Actor applicant, Actor decider) {

        /// Applicant and decider, for a command that acts in the applicant's place.
        public Pair pair() {
            return new Pair(applicant, decider, true);
        }

        /// Somebody who came in, and the decider.
        public Pair with(Actor doer) {
            return new Pair(doer, decider, true);
        }
    }
}
