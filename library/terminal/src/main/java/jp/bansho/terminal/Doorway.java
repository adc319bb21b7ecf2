package jp.bansho.terminal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.Member;
import jp.bansho.access.account.Account;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.account.Knock;
import jp.bansho.access.account.OpenedSlip;
import jp.bansho.access.passkey.Challenges;
import jp.bansho.access.passkey.Enrolment;
import jp.bansho.access.passkey.Passkeys;
import jp.bansho.access.passkey.Refusal;
import jp.bansho.access.passkey.Verification;
import jp.bansho.access.session.SessionEvent;
import jp.bansho.access.session.Visit;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.terminal.Texts.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Lets people in: the first time with ID and temporary password, which leads to enrolling a passkey and
/// nowhere else, from then on with ID and passkey (A1, A3). Whoever is refused reads one sentence whatever
/// the reason; the record knows it.
@Component
public class Doorway {

    /// What everybody reads who is not let in.
    static final Pair NOT_LET_IN = new Pair(
            "ログインできません。利用者IDと操作を確かめてください。続けて失敗すると、しばらく受け付けなくなります。お困りのときはユーザ管理責任者に連絡してください。",
            "You cannot be let in. Check the user ID and try again. After several failures no answer is taken for a while."
                    + " Ask your user manager for help.");

    private static final Pair BUSY =
            new Pair("混み合っています。しばらくしてからもう一度操作してください。", "The system is busy. Wait a moment and try again.");

    private static final Duration ENROLMENT = Duration.ofMinutes(10);
    private static final String SLOWED = "slowed";
    private static final int PLACES = 10_000;
    private static final String LOGIN = "login";
    private static final String ENROL = "enrol";
    private static final String UNLOCK = "unlock";
    private static final String ENROLLING = "jp.bansho.enrolling";

    private static final Optional<OpenedSlip> NO_SLIP = Optional.empty();

    private final Transactions transactions;
    private final Accounts accounts = new Accounts();
    private final SlowComparison comparisons = new SlowComparison(2, 8, Duration.ofSeconds(3));
    private final Passkeys passkeys;
    private final Challenges guests;
    private final Challenges members;
    private final Brake brake;
    private final VisitBook visits;
    private final MachineName machine;
    private final Clock clock;

    Doorway(
            Transactions transactions,
            Passkeys passkeys,
            @Qualifier(DoorParts.GUESTS) Challenges guests,
            @Qualifier(DoorParts.MEMBERS) Challenges members,
            VisitBook visits,
            MachineName machine,
            Clock clock) {
        this.transactions = transactions;
        this.passkeys = passkeys;
        this.guests = guests;
        this.members = members;
        this.brake = new Brake(clock, PLACES);
        this.visits = visits;
        this.machine = machine;
        this.clock = clock;
    }

    /// Options for the passkey of that ID, whether there is such an ID or not.
    public String loginOptions(HttpServletRequest request, String id) {
        var challenge = guests.ask(key(request, LOGIN), id).challenge();
        return transactions.read(new DoorScope(), connection -> passkeys.assertionOptions(connection, id, challenge));
    }

    /// Options for the passkey that opens a locked screen.
    public String unlockOptions(HttpServletRequest request, Member member) {
        var challenge = members.ask(key(request, UNLOCK), member.account()).challenge();
        return transactions.read(
                new DoorScope(), connection -> passkeys.assertionOptions(connection, member.account(), challenge));
    }

    private static Optional<Challenges.Pending> taken(Challenges challenges, String key, String account) {
        return challenges.take(key).filter(pending -> pending.account().equals(account));
    }

    /// Tries ID and passkey; begins the session if they are right.
    ///
    /// @return why not; empty if the person is in
    public Optional<Pair> login(HttpServletRequest request, String id, String answer) {
        var challenge = taken(guests, key(request, LOGIN), id);
        var place = request.getRemoteAddr();
        if (brake.holds(place)) {
            refuse(request, id, SLOWED);
            return Optional.of(NOT_LET_IN);
        }
        var let = transactions.recorded(
                new DoorScope(), connection -> tryPasskey(connection, request, id, challenge, answer));
        if (let.account() == null || let.credential() == null) {
            brake.failed(place);
            return Optional.of(NOT_LET_IN); // what was wrong would tell whether there is such an ID
        }
        brake.passed(place);
        visits.begin(request, let.account().member(), let.credential());
        return Optional.empty();
    }

    /// Tries ID and temporary password, which are compared before the act begins; on success this browser may enrol a
    /// passkey for the next minutes.
    public Optional<Pair> first(HttpServletRequest request, String id, String password) {
        var claim = transactions.read(new DoorScope(), connection -> accounts.claim(connection, id, visits.today()));
        var right = comparisons.run(() -> accounts.matches(claim, password));
        if (right.isEmpty()) {
            refuse(request, id, "busy");
            return Optional.of(BUSY);
        }
        var first = transactions.recorded(new DoorScope(), connection -> {
            var answer = accounts.knock(connection, claim, right.get(), visits.today(), clock.instant());
            var event = switch (answer) {
                case Knock.Welcome _ -> new SessionEvent.FirstLogin(request.getRemoteAddr());
                case Knock.Refused(var reason, var _, var blocked) ->
                    new SessionEvent.LoginRefused(reason, request.getRemoteAddr(), blocked);
            };
            var slip = answer instanceof Knock.Welcome ? accounts.opened(connection, id, visits.today()) : NO_SLIP;
            var until = clock.instant().plus(ENROLMENT);
            return new Recorded<>(
                    slip.map(opened -> new Enrolling(id, opened.madeAt(), opened.shownAt(), until)),
                    List.of(entry(account(answer), event)));
        });
        if (first.isEmpty()) {
            return Optional.of(NOT_LET_IN);
        }
        request.changeSessionId();
        request.getSession().setAttribute(ENROLLING, first.get());
        return Optional.empty();
    }

    private void refuse(HttpServletRequest request, String id, String reason) {
        transactions.recorded(new DoorScope(), connection -> {
            var account = accounts.find(connection, id).orElse(null);
            return new Recorded<>(reason, List.of(entry(account, refusal(reason, request, false))));
        });
    }

    /// The account this browser may enrol a passkey for.
    public Optional<String> enrolling(HttpServletRequest request) {
        return mayEnrol(request).map(Enrolling::account);
    }

    private Optional<Enrolling> mayEnrol(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(ENROLLING) instanceof Enrolling enrolling
                        && clock.instant().isBefore(enrolling.until())
                ? Optional.of(enrolling)
                : Optional.empty();
    }

    /// Whose passkey this browser may enrol, by which slip, and until when.
    private record Enrolling(String account, Instant madeAt, Instant shownAt, Instant until) implements Serializable {
        OpenedSlip slip() {
            return new OpenedSlip(madeAt, shownAt);
        }
    }

    /// Options for a new passkey.
    public String enrolOptions(HttpServletRequest request, String account) {
        var challenge = guests.ask(key(request, ENROL), account).challenge();
        return transactions.read(new DoorScope(), connection -> passkeys.enrolOptions(connection, account, challenge));
    }

    /// Takes the new passkey; the temporary password is void from then on (A3).
    public Optional<Pair> enrol(HttpServletRequest request, String id, String answer) {
        var challenge = taken(guests, key(request, ENROL), id);
        var refused = transactions.recorded(new DoorScope(), connection -> {
            var account = accounts.find(connection, id).orElse(null);
            var slip = accounts.opened(connection, id, visits.today());
            if (challenge.isEmpty()
                    || account == null
                    || !account.usable(visits.today())
                    || slip.isEmpty()
                    || !slip.equals(mayEnrol(request).map(Enrolling::slip))) {
                return new Recorded<>(
                        Optional.of(sentence(Refusal.CHALLENGE_SPENT)),
                        List.of(entry(account, refusal(Refusal.CHALLENGE_SPENT.word(), request, false))));
            }
            var enrolment = passkeys.enrol(connection, id, challenge.get().challenge(), answer);
            if (enrolment instanceof Enrolment.Accepted) {
                accounts.voidTemporary(connection, id);
                accounts.cameIn(connection, id, clock.instant());
            }
            return new Recorded<>(
                    switch (enrolment) {
                        case Enrolment.Accepted _ -> Optional.<Pair>empty();
                        case Enrolment.Refused(var why, var _) -> Optional.of(sentence(why));
                    },
                    List.of(entry(account, enrolment.event())));
        });
        if (refused.isEmpty()) {
            request.getSession().removeAttribute(ENROLLING);
        }
        return refused;
    }

    /// Opens a locked screen with the passkey of whoever locked it.
    public Optional<Pair> unlock(HttpServletRequest request, Visit visit, String answer) {
        var member = visit.member();
        var challenge = taken(members, key(request, UNLOCK), member.account());
        var place = key(request, request.getRemoteAddr());
        if (brake.holds(place)) {
            refuse(request, member.account(), SLOWED);
            return Optional.of(NOT_LET_IN);
        }
        var let = transactions.recorded(
                new DoorScope(), connection -> tryPasskey(connection, request, member.account(), challenge, answer));
        if (let.account() == null) {
            brake.failed(place);
            return Optional.of(let.sentence());
        }
        brake.passed(place);
        visits.unlock(request, visit);
        return Optional.empty();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Let(@Nullable Account account, byte @Nullable [] credential, Pair sentence) {}

    private Recorded<Let> tryPasskey(
            Connection connection,
            HttpServletRequest request,
            String id,
            Optional<Challenges.Pending> challenge,
            String answer)
            throws SQLException {
        var greeting = accounts.greet(connection, id, visits.today());
        if (greeting instanceof Knock.Refused(var reason, var account, var blocked)) {
            return new Recorded<>(
                    new Let(null, null, NOT_LET_IN), List.of(entry(account, refusal(reason, request, blocked))));
        }
        var account = account(greeting);
        if (challenge.isEmpty()) {
            var event = refusal(Refusal.CHALLENGE_SPENT.word(), request, false);
            return new Recorded<>(
                    new Let(null, null, sentence(Refusal.CHALLENGE_SPENT)), List.of(entry(account, event)));
        }
        return switch (passkeys.verify(connection, id, challenge.get().challenge(), answer)) {
            case Verification.Accepted(var credential, var _, var event) -> {
                accounts.cameIn(connection, id, clock.instant());
                yield new Recorded<>(new Let(account, credential.bytes(), NOT_LET_IN), List.of(entry(account, event)));
            }
            case Verification.Refused(var why, var event) -> {
                var entries = new ArrayList<>(List.of(entry(account, event)));
                entries.add(entry(account, refusal(why.word(), request, false)));
                yield new Recorded<>(new Let(null, null, sentence(why)), entries);
            }
        };
    }

    private static SessionEvent refusal(String reason, HttpServletRequest request, boolean blocked) {
        return new SessionEvent.LoginRefused(reason, request.getRemoteAddr(), blocked);
    }

    private static Pair sentence(Refusal refusal) {
        return new Pair(refusal.japanese(), refusal.english());
    }

    private static @Nullable Account account(Knock knock) {
        return switch (knock) {
            case Knock.Welcome(var account) -> account;
            case Knock.Refused(var _, var account, var _) -> account;
        };
    }

    /// Of an ID that nobody has, nothing that was typed is recorded.
    private Entry entry(@Nullable Account account, AuditEvent event) {
        return account == null
                ? new Entry(new Stamp(machine.word(), "nobody", "none", null, null, null, null), event)
                : new Entry(
                        account.member().stamp(machine.word(), account.member().association(), null, null), event);
    }

    private static String key(HttpServletRequest request, String what) {
        return request.getSession().getId() + " " + what;
    }
}
