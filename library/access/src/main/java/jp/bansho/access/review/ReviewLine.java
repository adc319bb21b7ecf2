package jp.bansho.access.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import org.jspecify.annotations.Nullable;

/// One user ID in a review, as it was when the review was opened.
///
/// @param name             for screens; never in the result or the record
/// @param ledgerDepartment null if the ledger does not know the person
/// @param preparation      the revocation that the decision prepared; null if none
public record ReviewLine(
        long review,
        String account,
        long person,
        String name,
        String staffNumber,
        AccountRole role,
        String department,
        @Nullable Instant lastLogin,
        LocalDate validUntil,
        @Nullable String ledgerDepartment,
        List<Pointer> pointers,
        @Nullable LineDecision decision,
        String note,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Long preparation) {

    /// Whether the line is about the member's own person, so that somebody else must decide it (four eyes).
    public boolean about(Member member) {
        return person == member.person();
    }

    /// Without the name: it may end up in a log.
    @Override
    public String toString() {
        return "ReviewLine[" + review + ", " + account + ", " + decision + "]";
    }
}
