package jp.bansho.terminal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.session.SessionEvent;
import jp.bansho.access.session.Sessions;
import jp.bansho.access.session.Visit;
import jp.bansho.audit.Entry;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is at which terminal now. The browser holds a cookie, the server's memory a secret, the database its
/// digest with the account: one session a user, and what the database says of the account counts on every
/// request.
@Component
public class VisitBook {

    /// Japan's days are the business days, wherever the machine stands.
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final String SECRET = "jp.bansho.secret";
    private static final Duration TOUCH = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final DoorReads door;
    private final TerminalSettings settings;
    private final MachineName machine;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    VisitBook(Transactions transactions, DoorReads door, TerminalSettings settings, MachineName machine, Clock clock) {
        this.door = door;
        this.transactions = transactions;
        this.settings = settings;
        this.machine = machine;
        this.clock = clock;
    }

    /// What a request's session is worth.
    public sealed interface Standing {
        /// Nobody has come in.
        record Nobody() implements Standing {}

        /// A session that was there and holds no more: why.
        record Over(String why) implements Standing {}

        /// Somebody is there, and the screen is locked.
        record Locked(Visit visit) implements Standing {}

        /// Somebody is there.
        record Present(Visit visit) implements Standing {}
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Secret(byte[] bytes) implements Serializable {}

    /// Begins a session in that browser for the account.
    void begin(HttpServletRequest request, Member member, byte[] credential) {
        request.changeSessionId();
        var secret = new byte[32];
        random.nextBytes(secret);
        request.getSession().setAttribute(SECRET, new Secret(secret));
        request.getSession()
                .setMaxInactiveInterval(Math.toIntExact(settings.longest().toSeconds()));
        var terminal = certificate(request);
        transactions.recorded(new DoorScope(), connection -> {
            var replaced = Sessions.begin(
                    connection,
                    member.account(),
                    digest(secret),
                    credential,
                    terminal,
                    request.getRemoteAddr(),
                    clock.instant());
            var event = new SessionEvent.CameIn(request.getRemoteAddr(), replaced, terminal != null);
            return new Recorded<>(replaced, List.of(entry(member, event)));
        });
    }

    /// Finds out who is there, and locks or ends what was idle for too long.
    Standing standing(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(SECRET) instanceof Secret(var secret))) {
            return new Standing.Nobody();
        }
        var visit = door.read(connection -> Sessions.look(connection, digest(secret), today()));
        if (visit.isEmpty()) {
            session.removeAttribute(SECRET);
            session.setMaxInactiveInterval(session.getServletContext().getSessionTimeout() * 60);
            return new Standing.Over("replaced");
        }
        return judge(request, session, visit.get());
    }

    private Standing judge(HttpServletRequest request, HttpSession session, Visit visit) {
        var now = clock.instant();
        var idle = Duration.between(visit.seen(), now);
        if (visit.terminal() != null && !Arrays.equals(visit.terminal(), certificate(request))) {
            end(session, visit, new SessionEvent.OtherTerminal(request.getRemoteAddr()));
            return new Standing.Over("terminal");
        }
        if (idle.compareTo(settings.idle().plus(settings.locked())) > 0
                || Duration.between(visit.began(), now).compareTo(settings.longest()) > 0) {
            end(session, visit, new SessionEvent.WentOut("idle"));
            return new Standing.Over("idle");
        }
        if (!visit.locked() && idle.compareTo(settings.idle()) > 0) {
            lock(visit, "idle");
            return new Standing.Locked(visit);
        }
        if (visit.locked()) {
            return new Standing.Locked(visit);
        }
        if (idle.compareTo(TOUCH) > 0 && !isPoll(request)) {
            touch(visit);
        }
        return new Standing.Present(visit);
    }

    /// True for what a page asks by itself, without anybody at the keyboard.
    static boolean isPoll(HttpServletRequest request) {
        return request.getHeader("Bansho-Poll") != null;
    }

    /// Notes that somebody is still there.
    void touch(Visit visit) {
        transactions.write(new DoorScope(), connection -> {
            Sessions.touch(connection, visit, clock.instant());
            return visit;
        });
    }

    /// Locks the screen; the passkey opens it again.
    void lock(Visit visit, String why) {
        transactions.recorded(new DoorScope(), connection -> {
            Sessions.lock(connection, visit);
            return new Recorded<>(why, List.of(entry(visit.member(), new SessionEvent.ScreenLocked(why))));
        });
    }

    /// Opens a locked screen.
    void unlock(HttpServletRequest request, Visit visit) {
        transactions.recorded(new DoorScope(), connection -> {
            var opened = Sessions.unlock(connection, visit, clock.instant());
            var event = new SessionEvent.ScreenUnlocked(request.getRemoteAddr());
            return new Recorded<>(opened, opened ? List.of(entry(visit.member(), event)) : List.of());
        });
    }

    /// Ends the session of that browser.
    void leave(HttpServletRequest request, Visit visit) {
        end(request.getSession(), visit, new SessionEvent.WentOut("logout"));
    }

    private void end(HttpSession session, Visit visit, SessionEvent event) {
        session.invalidate();
        transactions.recorded(new DoorScope(), connection -> {
            var was = Sessions.end(connection, visit);
            return new Recorded<>(was, List.of(entry(visit.member(), event)));
        });
    }

    /// The envelope and event of something a member did at the door.
    Entry entry(Member member, SessionEvent event) {
        return new Entry(member.stamp(machine.word(), member.association(), null, null), event);
    }

    /// Today in Japan.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    private static byte[] digest(byte[] secret) {
        return sha256(secret);
    }

    private static byte @Nullable [] certificate(HttpServletRequest request) {
        try {
            return request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                            && chain.length > 0
                    ? sha256(chain[0].getEncoded())
                    : null;
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
