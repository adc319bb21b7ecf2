package jp.bansho.pension.outbox;

import jp.bansho.media.ledger.TwoPeople;
import jp.bansho.pension.staff.Clerk;
import jp.bansho.pension.staff.StaffRefused;

/// Who sends a parcel (M2, M3).
///
/// @param applicant applies, and makes it
/// @param approver  approves; somebody else
/// @param witness   stands beside at the medium; not who makes it
public record Party(Clerk applicant, Clerk approver, Clerk witness) {

    /// Demands that each of them may do their part for that association.
    ///
    /// @throws StaffRefused if not
    public void require(int association) {
        approver.requireApproverOf(association, applicant);
        witness.requireWitnessOf(association, applicant);
    }

    /// The two at the medium, for that association's ledger.
    TwoPeople atTheMedium(int association) {
        return new TwoPeople(applicant.inLedgerOf(association), witness.inLedgerOf(association));
    }
}
