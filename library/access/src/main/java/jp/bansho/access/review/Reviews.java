package jp.bansho.access.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Matrix;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.access.Standing;
import jp.bansho.access.account.Accounts;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import org.jspecify.annotations.Nullable;

/// The front door of reviews (A6): opened by the nightly batch in the scope of the door; decided,
/// closed and read in the scope of the organisation's desk. All methods work on the caller's
/// connection and transaction; the caller records the entries of each [Answer] in that transaction.
/// Needs the right `review.do`, for reading `review.see` does as well.
public final class Reviews {

    private static final String DO = "review.do";
    private static final String SEE = "review.see";
    private static final int LONGEST_NOTE = 2_000;

    private final String system;
    private final Matrix matrix;
    private final ReviewRules rules;
    private final InstantSource clock;
    private final Accounts accounts = new Accounts();

    /// Reviews of one machine.
    ///
    /// @param system the machine in the record, such as `numbers`
    public Reviews(String system, Matrix matrix, ReviewRules rules, InstantSource clock) {
        this.system = system;
        this.matrix = matrix;
        this.rules = rules;
        this.clock = clock;
    }

    /// Opens this month's and this quarter's review of an organisation, if they are not there yet and anybody has an
    /// account; running it again does nothing.
    ///
    /// @param stamp who the nightly batch is in the record
    /// @return the reviews opened now
    public Answer<List<Review>> openDue(Connection connection, Stamp stamp, LocalDate today, int organisation)
            throws SQLException {
        var opened = new ArrayList<Review>();
        for (var kind : ReviewKind.values()) {
            ReviewTable.open(connection, organisation, kind, today, rules, now())
                    .ifPresent(opened::add);
        }
        return new Answer.Done<>(
                List.copyOf(opened),
                opened.stream()
                        .map(review -> new Entry(
                                stamp,
                                new ReviewEvent.ReviewOpened(
                                        review.id(),
                                        review.kind(),
                                        review.period(),
                                        review.deadline(),
                                        review.lines(),
                                        review.pointed())))
                        .toList());
    }

    /// The reviews of the member's organisation, newest first; empty without the right.
    public List<Review> all(Connection connection, Member member, int most) throws SQLException {
        return maySee(member) ? ReviewTable.of(connection, member.organisation(), most) : List.of();
    }

    /// The reviews of the member's organisation that wait, the most urgent first; empty without the right.
    public List<Review> open(Connection connection, Member member) throws SQLException {
        return maySee(member) ? ReviewTable.open(connection, member.organisation()) : List.of();
    }

    /// Those that should have been closed before today.
    public List<Review> overdue(Connection connection, Member member, LocalDate today) throws SQLException {
        return open(connection, member).stream()
                .filter(review -> review.overdue(today))
                .toList();
    }

    /// One review of the member's organisation.
    public Optional<Review> one(Connection connection, Member member, long review) throws SQLException {
        return maySee(member)
                ? ReviewTable.byId(connection, review).filter(one -> one.organisation() == member.organisation())
                : Optional.empty();
    }

    /// The lines of a review in the order of the user IDs.
    public List<ReviewLine> lines(Connection connection, Member member, long review) throws SQLException {
        return maySee(member) ? ReviewTable.lines(connection, member.organisation(), review) : List.of();
    }

    /// What whoever closes the review signs; of a closed review, what was signed.
    public Optional<ReviewResult> result(Connection connection, Member member, long review) throws SQLException {
        var found = one(connection, member, review);
        return found.isEmpty() ? Optional.empty() : Optional.of(result(connection, found.get()));
    }

    /// Decides about one user ID of an open review, or decides anew. To revoke prepares the end of the account for the
    /// nightly batch; to decide otherwise afterwards takes that back, unless the batch was faster.
    ///
    /// @param note needed to revoke and to correct
    public Answer<ReviewLine> decide(
            Connection connection, Member member, long review, String account, LineDecision decision, String note)
            throws SQLException {
        return answer(member, "decide", review, account, now -> {
            Standing.with(connection, member, matrix, DO, now);
            requireOpen(connection, member, review);
            var line = line(connection, member, review, account);
            if (line.about(member)) {
                throw Refusal.OWN_LINE.refused();
            }
            var said = note.strip();
            NumberInText.refuse(said);
            if (said.isEmpty() && decision != LineDecision.KEEP) {
                throw Refusal.NOTE_MISSING.refused();
            }
            if (said.length() > LONGEST_NOTE) {
                throw Refusal.NOTE_TOO_LONG.refused();
            }
            var preparation = prepare(connection, member, line, decision, said, now);
            ReviewTable.decide(connection, line, member, decision, said, preparation, now);
            return done(
                    line(connection, member, review, account),
                    member,
                    new ReviewEvent.LineDecided(review, account, decision, preparation));
        });
    }

    /// Closes a review in which every line is decided.
    ///
    /// @param signed   the hash of the [ReviewResult] that was signed; refused if the result is another by now
    /// @param evidence the signature, verified by the caller; kept as it is
    public Answer<Review> close(Connection connection, Member member, long review, String signed, String evidence)
            throws SQLException {
        return answer(member, "close", review, null, now -> {
            Standing.with(connection, member, matrix, DO, now);
            var open = requireOpen(connection, member, review);
            if (open.undecided() > 0) {
                throw Refusal.UNDECIDED_LINES.refused();
            }
            var result = result(connection, open);
            if (!result.hash().equals(signed)) {
                throw Refusal.RESULT_CHANGED.refused();
            }
            if (evidence.isBlank()) {
                throw Refusal.EVIDENCE_MISSING.refused();
            }
            var lines = ReviewTable.lines(connection, open.organisation(), review);
            ReviewTable.close(connection, review, member, result, evidence, now);
            return done(
                    ReviewTable.byId(connection, review).orElseThrow(),
                    member,
                    new ReviewEvent.ReviewClosed(
                            review,
                            open.kind(),
                            open.period(),
                            result.hash(),
                            count(lines, LineDecision.KEEP),
                            count(lines, LineDecision.REVOKE),
                            count(lines, LineDecision.CORRECT)));
        });
    }

    /// Replaces the organisation's ledger 利用者台帳 as a whole, or not at all if a line cannot be read.
    ///
    /// @param csv head line `staff_number,name,department` or `職員番号,氏名,所属`; the department is its code
    public Answer<LedgerReport> replaceLedger(Connection connection, Member member, String csv) throws SQLException {
        return answer(member, "ledger", null, null, now -> {
            Standing.with(connection, member, matrix, DO, now);
            var file = LedgerFile.read(csv);
            var report = new LedgerReport(file.rows().size(), List.copyOf(file.errors()));
            if (!report.accepted()) {
                return done(
                        report,
                        member,
                        new ReviewEvent.LedgerRefused(report.errors().size()));
            }
            LedgerTable.replace(connection, member.organisation(), file.rows(), now);
            return done(report, member, new ReviewEvent.LedgerReplaced(report.people()));
        });
    }

    private @Nullable Long prepare(
            Connection connection, Member member, ReviewLine line, LineDecision decision, String note, Instant now)
            throws SQLException {
        var before = line.preparation();
        if (decision == LineDecision.REVOKE) {
            return ReviewTable.stillToRevoke(connection, line.account())
                    ? (Long) accounts.prepareEnd(connection, member, line.account(), note, now)
                            .id()
                    : before;
        }
        if (before != null && !accounts.withdraw(connection, member, before)) {
            var state = accounts.preparation(connection, before).orElseThrow().state();
            if (state.equals("done")) {
                throw Refusal.ALREADY_REVOKED.refused();
            }
        }
        return null;
    }

    private static ReviewResult result(Connection connection, Review review) throws SQLException {
        var signed = review.result();
        return signed == null
                ? ReviewResult.of(review, ReviewTable.lines(connection, review.organisation(), review.id()))
                : ReviewResult.of(review, signed);
    }

    private static ReviewLine line(Connection connection, Member member, long review, String account)
            throws SQLException {
        return ReviewTable.lines(connection, member.organisation(), review).stream()
                .filter(line -> line.account().equals(account))
                .findFirst()
                .orElseThrow(Refusal.NO_SUCH_LINE::refused);
    }

    private static Review requireOpen(Connection connection, Member member, long review) throws SQLException {
        var found = ReviewTable.locked(connection, member.organisation(), review)
                .orElseThrow(Refusal.NO_SUCH_REVIEW::refused);
        if (!found.open()) {
            throw Refusal.CLOSED.refused();
        }
        return found;
    }

    private static int count(List<ReviewLine> lines, LineDecision wanted) {
        return Math.toIntExact(
                lines.stream().filter(line -> line.decision() == wanted).count());
    }

    private boolean maySee(Member member) {
        return matrix.allows(member, SEE) || matrix.allows(member, DO);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Work that is refused by an exception before it has changed anything.
    @FunctionalInterface
    private interface Work<T> {
        Answer<T> at(Instant now) throws SQLException;
    }

    private <T> Answer<T> answer(
            Member member, String step, @Nullable Long review, @Nullable String account, Work<T> work)
            throws SQLException {
        try {
            return work.at(now());
        } catch (AccessRefused refusal) {
            var event = new ReviewEvent.ReviewRefused(refusal.reason(), step, review, recordable(account));
            return new Answer.Refused<>(refusal, List.of(entry(member, event)));
        }
    }

    /// Whoever sends a form may send any text as an account; the record takes login IDs only.
    private static @Nullable String recordable(@Nullable String account) {
        return account != null && account.matches("[a-z][a-z0-9.-]{2,31}") ? account : null;
    }

    private <T> Answer<T> done(T value, Member member, ReviewEvent event) {
        return new Answer.Done<>(value, List.of(entry(member, event)));
    }

    private Entry entry(Member member, ReviewEvent event) {
        return new Entry(member.stamp(system, member.association(), null, null), event);
    }
}
