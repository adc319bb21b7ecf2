package jp.bansho.numbers.roster.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.bansho.access.Member;
import jp.bansho.access.account.Account;
import jp.bansho.access.review.ReviewRules;
import jp.bansho.numbers.staff.Users;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.VisitBook;
import org.springframework.stereotype.Component;

/// Accounts as the screens show them.
@Component
class UserSheets {

    private final Labels labels;
    private final Dates dates;
    private final Users users;

    UserSheets(Labels labels, Dates dates, Users users) {
        this.labels = labels;
        this.dates = dates;
        this.users = users;
    }

    /// A line of the list.
    record Row(
            String account,
            String name,
            String role,
            String department,
            String until,
            String lastLogin,
            int passkeys,
            Chip slip,
            Chip state,
            List<String> pointers) {

        /// Without the name: it may end up in a log.
        @Override
        public String toString() {
            return "Row[" + account + "]";
        }
    }

    Row row(Account account) {
        return new Row(
                account.id(),
                account.name(),
                labels.role(account.role()),
                labels.department(account.department()),
                dates.day(account.validUntil()),
                lastLogin(account),
                account.passkeys(),
                slip(account),
                state(account),
                pointers(account));
    }

    List<Fact> facts(Account account) {
        return List.of(
                new Fact(labels.of("roster.account"), account.id()),
                new Fact(labels.of("roster.staff-number"), account.staffNumber()),
                new Fact(labels.of("roster.name"), account.name()),
                new Fact(labels.of("roster.role"), labels.role(account.role())),
                new Fact(labels.of("roster.department"), labels.department(account.department())),
                new Fact(labels.of("roster.from"), dates.day(account.validFrom())),
                new Fact(labels.of("roster.until"), dates.day(account.validUntil())),
                new Fact(labels.of("roster.last-login"), lastLogin(account)),
                new Fact(labels.of("roster.passkeys"), labels.of("roster.passkeys.count", account.passkeys())),
                new Fact(labels.of("roster.slip"), slip(account).text()));
    }

    /// Who it is about, on confirmations.
    List<Fact> who(Account account) {
        return facts(account).subList(0, 5);
    }

    Chip state(Account account) {
        var today = users.today();
        return switch (account.state()) {
            case "stopped" -> new Chip("error", labels.of("roster.state.stopped"));
            case "revoked" -> new Chip("gone", labels.of("roster.state.revoked"));
            case String _
            when today.isBefore(account.validFrom()) -> new Chip("waiting", labels.of("roster.state.early"));
            case String _
            when today.isAfter(account.validUntil()) -> new Chip("caution", labels.of("roster.state.over"));
            case String _ -> new Chip("done", labels.of("roster.state.active"));
        };
    }

    Chip slip(Account account) {
        return switch (account.slip()) {
            case "waiting" ->
                opens(account, users.today())
                        ? new Chip("waiting", labels.of("roster.slip.waiting"))
                        : new Chip("waiting", labels.of("roster.slip.early"));
            case "shown" -> new Chip("working", labels.of("roster.slip.shown"));
            case String _ -> new Chip("done", labels.of("roster.slip.none"));
        };
    }

    /// Whether the slip may be opened on that day.
    static boolean opens(Account account, LocalDate today) {
        var from = account.slipUsableFrom();
        return account.slip().equals("waiting")
                && account.state().equals("active")
                && from != null
                && !from.isAfter(today);
    }

    /// Whether that member may open the slip on that day: not their own, and not after a reset of theirs.
    static boolean opensFor(Member member, Account account, LocalDate today) {
        return opens(account, today)
                && account.person() != member.person()
                && !Objects.equals(account.slipResetBy(), member.person());
    }

    private String lastLogin(Account account) {
        var last = account.lastLogin();
        return last == null ? labels.of("roster.never") : dates.moment(last);
    }

    /// What a manager should look at; the review points out the same.
    private List<String> pointers(Account account) {
        var found = new ArrayList<String>();
        var today = users.today();
        var last = account.lastLogin();
        var unusedSince = today.minusDays(ReviewRules.ORDINARY.unusedDays());
        if (account.state().equals("active")) {
            if (last != null && LocalDate.ofInstant(last, VisitBook.JAPAN).isBefore(unusedSince)) {
                found.add(labels.of("roster.pointer.unused", ReviewRules.ORDINARY.unusedDays()));
            }
            if (last == null && account.slip().equals("none") && account.passkeys() == 0) {
                found.add(labels.of("roster.pointer.no-way-in"));
            }
            if (account.validUntil().isBefore(today.plusDays(31))) {
                found.add(labels.of("roster.pointer.ends"));
            }
        }
        return found;
    }
}
