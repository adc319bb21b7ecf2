package jp.bansho.numbers.roster.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.bansho.access.Member;
import jp.bansho.access.account.Account;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApplicationState;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.access.review.Review;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.ReviewDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.staff.Users;
import jp.bansho.terminal.VisitBook;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The work list's lines of this desk: approvals that wait for the member, approvals the member may use, slips to
/// be opened, reviews.
@Component
class RosterWork implements WaitingWork {

    private static final int MOST = 200;

    private final Users users;
    private final ApprovalDesk approvals;
    private final ReviewDesk reviews;
    private final Rights rights;

    RosterWork(Users users, ApprovalDesk approvals, ReviewDesk reviews, Rights rights) {
        this.users = users;
        this.approvals = approvals;
        this.reviews = reviews;
        this.rights = rights;
    }

    @Override
    public List<Waiting> of(Member member) {
        var lines = new ArrayList<Waiting>();
        if (rights.allows(member, Right.DECIDE_APPLICATION)) {
            var waiting = approvals.waitingFor(member);
            lines.add(new Waiting(
                    "roster.waiting.approvals",
                    "/approvals",
                    waiting.size(),
                    earliest(waiting.stream().map(one -> day(one.decideBy())))));
        }
        if (rights.allows(member, Right.APPLY)) {
            var approved = approvals.own(member, MOST).stream()
                    .filter(RosterWork::toExecute)
                    .toList();
            lines.add(new Waiting(
                    "roster.waiting.approved",
                    "/applications",
                    approved.size(),
                    earliest(approved.stream().map(one -> day(one.executeBy())))));
        }
        if (rights.allows(member, Right.MANAGE_USERS)) {
            var today = users.today();
            var slips = users.of(member).stream()
                    .filter(account -> UserSheets.opensFor(member, account, today))
                    .toList();
            lines.add(new Waiting(
                    "roster.waiting.slips",
                    "/users/slips",
                    slips.size(),
                    earliest(slips.stream().map(RosterWork::dies))));
        }
        if (rights.allows(member, Right.DO_REVIEW)) {
            var open = reviews.open(member);
            lines.add(new Waiting(
                    "roster.waiting.reviews",
                    "/reviews",
                    open.size(),
                    earliest(open.stream().map(Review::deadline))));
        }
        return lines;
    }

    /// New rights are executed by the nightly batch, and wait for nobody.
    private static boolean toExecute(Application application) {
        return application.state() == ApplicationState.APPROVED
                && !application.kind().equals(ApprovalKind.NEW_RIGHTS.word());
    }

    private static @Nullable LocalDate dies(Account account) {
        var from = account.slipUsableFrom();
        return from == null ? null : from.plusDays(Accounts.SLIP_DAYS);
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, VisitBook.JAPAN);
    }

    private static @Nullable LocalDate earliest(Stream<@Nullable LocalDate> days) {
        return days.filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
    }
}
