package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.bansho.access.Member;
import org.jspecify.annotations.Nullable;

/// What a member has at hand between two screens: the matter, what was found, and what was typed and waits to be
/// confirmed. It lies in the server's memory, belongs to one account in one browser, and ends with the session. What
/// is kept under a key can be taken once, within ten minutes: so a form works once, and the way back shows nothing.
final class Tray {

    private static final String NAME = "jp.bansho.registry.tray";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String account;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private @Nullable Matter matter;
    private @Nullable Hits hits;

    private record Kept(Object what, Instant until) {}

    private Tray(String account) {
        this.account = account;
    }

    /// The tray of that member; whoever comes in after somebody else finds an empty one.
    static Tray of(HttpServletRequest request, Member member) {
        var session = request.getSession();
        if (session.getAttribute(NAME) instanceof Tray tray && tray.account.equals(member.account())) {
            return tray;
        }
        var fresh = new Tray(member.account());
        session.setAttribute(NAME, fresh);
        return fresh;
    }

    /// The matter of that association.
    synchronized Optional<Matter> matter(int association) {
        return Optional.ofNullable(matter).filter(named -> named.association() == association);
    }

    /// The matter named last.
    synchronized Optional<Matter> matter() {
        return Optional.ofNullable(matter);
    }

    synchronized void name(Matter named) {
        matter = named;
    }

    synchronized Optional<Hits> hits() {
        return Optional.ofNullable(hits);
    }

    synchronized void found(Hits found) {
        hits = found;
    }

    /// Keeps something and gives out the key to it.
    synchronized String keep(Object what, Instant now) {
        kept.values().removeIf(old -> old.until().isBefore(now));
        if (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        kept.put(key, new Kept(what, now.plus(KEPT)));
        return key;
    }

    /// Takes what lies under that key, if it is what was expected; it is gone then.
    synchronized <T> Optional<T> take(String key, Class<T> type, Instant now) {
        var found = kept.remove(key);
        return found == null || found.until().isBefore(now) || !type.isInstance(found.what())
                ? Optional.empty()
                : Optional.of(type.cast(found.what()));
    }

    /// Nothing of what lies in it.
    @Override
    public String toString() {
        return "Tray[" + account + "]";
    }
}
