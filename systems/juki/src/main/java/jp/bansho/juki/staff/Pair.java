package jp.bansho.juki.staff;

import jp.bansho.access.Member;
import jp.bansho.audit.Stamp;
import jp.bansho.juki.store.MediaScope;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.TwoPeople;
import org.jspecify.annotations.Nullable;

/// Who does something, and who stands beside them.
///
/// @param first  who does it
/// @param second another person; null for work that touches no medium
/// @param seen   both showed their passkeys; false for names from the command line
public record Pair(Actor first, @Nullable Actor second, boolean seen) {

    /// People of the staff file, by name.
    public static Pair named(String doer, @Nullable String witness) {
        return new Pair(handle(doer), witness == null ? null : handle(witness), false);
    }

    /// People who came in.
    public static Pair of(Member doer, @Nullable Member witness) {
        return new Pair(actor(doer), witness == null ? null : actor(witness), true);
    }

    /// Somebody who came in, for the ledger of media.
    public static Actor actor(Member member) {
        return new Actor(
                member.account(),
                member.person(),
                MediaScope.ORGANISATION,
                member.role().word());
    }

    /// The handle of who does it.
    public String doer() {
        return first.account();
    }

    /// The handle of the other person.
    public @Nullable String witness() {
        return second == null ? null : second.account();
    }

    /// Both, for the ledger of media.
    ///
    /// @throws StaffRefused if there is only one
    public TwoPeople two() {
        if (second == null) {
            throw StaffRefused.secondPersonMissing();
        }
        return new TwoPeople(first, second);
    }

    /// The doer alone, for the ledger of media.
    public Actor one() {
        return first;
    }

    private static Actor handle(String name) {
        return Actor.named(name, MediaScope.ORGANISATION, "operator");
    }

    /// The envelope of a record of this pair's act.
    public Stamp stamp(@Nullable Integer association, @Nullable String purpose, @Nullable Long job) {
        return new Stamp("juki", doer(), first.role(), association, purpose, null, job);
    }
}
