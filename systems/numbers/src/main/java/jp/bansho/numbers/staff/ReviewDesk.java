package jp.bansho.numbers.staff;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.review.LedgerReport;
import jp.bansho.access.review.LineDecision;
import jp.bansho.access.review.Review;
import jp.bansho.access.review.ReviewLine;
import jp.bansho.access.review.ReviewResult;
import jp.bansho.access.review.Reviews;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// Where rights and user IDs are reviewed (A6). Each step is on record in its own transaction; a refusal too.
@Component
public class ReviewDesk {

    private final Reviews reviews;
    private final Transactions transactions;

    ReviewDesk(Reviews reviews, Transactions transactions) {
        this.reviews = reviews;
        this.transactions = transactions;
    }

    /// Opens the reviews of an organisation that are due. In the nightly batch's transaction, in the door's scope.
    List<Entry> openDue(Connection connection, Actor machine, LocalDate today, int organisation) throws SQLException {
        var about = Organisation.isAssociation(organisation) ? organisation : null;
        return reviews.openDue(connection, machine.stamp(about, null, null, null), today, organisation)
                .entries();
    }

    /// The reviews of the member's organisation, newest first.
    public List<Review> all(Member member, int most) {
        return transactions.read(desk(member), connection -> reviews.all(connection, member, most));
    }

    /// Those that wait, the most urgent first.
    public List<Review> open(Member member) {
        return transactions.read(desk(member), connection -> reviews.open(connection, member));
    }

    /// One review.
    public Optional<Review> one(Member member, long review) {
        return transactions.read(desk(member), connection -> reviews.one(connection, member, review));
    }

    /// Its lines in the order of the user IDs.
    public List<ReviewLine> lines(Member member, long review) {
        return transactions.read(desk(member), connection -> reviews.lines(connection, member, review));
    }

    /// What whoever closes it signs, or what was signed.
    public Optional<ReviewResult> result(Member member, long review) {
        return transactions.read(desk(member), connection -> reviews.result(connection, member, review));
    }

    /// Decides about one user ID.
    ///
    /// @throws jp.bansho.access.AccessRefused if it is the person's own, or the review is closed
    public ReviewLine decide(Member member, long review, String account, LineDecision decision, String note) {
        return act(member, connection -> reviews.decide(connection, member, review, account, decision, note));
    }

    /// Closes a review.
    ///
    /// @param signed   hash of the result that was signed
    /// @param evidence the signature, verified
    /// @throws jp.bansho.access.AccessRefused if a line is open or the result has changed since
    public Review close(Member member, long review, String signed, String evidence) {
        return act(member, connection -> reviews.close(connection, member, review, signed, evidence));
    }

    /// Replaces the ledger, or says which lines cannot be read.
    public LedgerReport replaceLedger(Member member, String csv) {
        return act(member, connection -> reviews.replaceLedger(connection, member, csv));
    }

    @FunctionalInterface
    private interface Step<T> {
        Answer<T> on(Connection connection) throws SQLException;
    }

    private <T> T act(Member member, Step<T> step) {
        return transactions
                .recorded(desk(member), connection -> {
                    var answer = step.on(connection);
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    private static Scope desk(Member member) {
        return new Scope.Desk(member.organisation());
    }
}
