package jp.bansho.juki.staff;

import jp.bansho.audit.Stamp;
import jp.bansho.juki.store.MediaScope;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.TwoPeople;
import org.jspecify.annotations.Nullable;

/// Who does something, and who stands beside them.
///
/// @param doer    name of the staff file
/// @param witness another name; null for work that touches no medium
public record Pair(String doer, @Nullable String witness) {

    /// Both, for the ledger of media.
    ///
    /// @throws StaffRefused if there is only one
    public TwoPeople two() {
        if (witness == null) {
            throw StaffRefused.secondPersonMissing();
        }
        return new TwoPeople(handle(doer), handle(witness));
    }

    /// The doer alone, for the ledger of media.
    public Actor one() {
        return handle(doer);
    }

    private static Actor handle(String name) {
        return Actor.named(name, MediaScope.ORGANISATION, "operator");
    }

    /// The envelope of a record of this pair's act.
    public Stamp stamp(@Nullable Integer association, @Nullable String purpose, @Nullable Long job) {
        return new Stamp("juki", doer, "operator", association, purpose, null, job);
    }
}
