package jp.bansho.numbers.roster.web;

import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.review.LineDecision;
import jp.bansho.access.review.Pointer;
import jp.bansho.access.review.Review;
import jp.bansho.access.review.ReviewLine;
import jp.bansho.numbers.staff.Users;
import jp.bansho.terminal.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reviews as the screens show them.
@Component
class ReviewSheets {

    private final Labels labels;
    private final Dates dates;
    private final Users users;

    ReviewSheets(Labels labels, Dates dates, Users users) {
        this.labels = labels;
        this.dates = dates;
        this.users = users;
    }

    /// A review in the list.
    record Row(
            long id,
            String kind,
            String period,
            String deadline,
            int lines,
            int undecided,
            int pointed,
            boolean open,
            Chip state) {}

    /// One user ID of a review.
    ///
    /// @param own about the reader, who may not decide it
    record Line(
            String account,
            String name,
            String staffNumber,
            String role,
            String department,
            String ledger,
            String lastLogin,
            String until,
            List<String> pointers,
            @Nullable String decision,
            @Nullable Chip decided,
            String note,
            @Nullable String decidedBy,
            boolean own) {

        /// Without the name: it may end up in a log.
        @Override
        public String toString() {
            return "Line[" + account + "]";
        }
    }

    Row row(Review review) {
        return new Row(
                review.id(),
                kind(review),
                review.period(),
                dates.day(review.deadline()),
                review.lines(),
                review.undecided(),
                review.pointed(),
                review.open(),
                state(review));
    }

    String kind(Review review) {
        return labels.either(review.kind().japanese(), review.kind().english());
    }

    List<Fact> facts(Review review) {
        return List.of(
                new Fact(labels.of("roster.review.kind"), kind(review)),
                new Fact(labels.of("roster.review.period"), review.period()),
                new Fact(labels.of("roster.review.opened"), dates.moment(review.openedAt())),
                new Fact(labels.of("roster.review.deadline"), dates.day(review.deadline())),
                new Fact(
                        labels.of("roster.review.lines"),
                        labels.of("roster.review.figures", review.lines(), review.undecided(), review.pointed())));
    }

    private Chip state(Review review) {
        if (!review.open()) {
            return new Chip("done", labels.of("roster.review.state.closed"));
        }
        return review.overdue(users.today())
                ? new Chip("error", labels.of("roster.review.state.overdue"))
                : new Chip("waiting", labels.of("roster.review.state.open"));
    }

    Line line(Member member, ReviewLine line) {
        var decision = line.decision();
        var ledger = line.ledgerDepartment();
        return new Line(
                line.account(),
                line.name(),
                line.staffNumber(),
                labels.role(line.role()),
                labels.department(line.department()),
                ledger == null ? labels.of("roster.review.no-ledger") : labels.department(ledger),
                line.lastLogin() == null ? labels.of("roster.never") : dates.moment(line.lastLogin()),
                dates.day(line.validUntil()),
                line.pointers().stream().map(this::pointer).toList(),
                decision == null ? null : decision.word(),
                decision == null ? null : chip(decision),
                line.note(),
                line.decidedBy(),
                line.about(member));
    }

    private String pointer(Pointer pointer) {
        return labels.either(pointer.japanese(), pointer.english());
    }

    private Chip chip(LineDecision decision) {
        var text = labels.either(decision.japanese(), decision.english());
        return switch (decision) {
            case KEEP -> new Chip("done", text);
            case REVOKE -> new Chip("error", text);
            case CORRECT -> new Chip("caution", text);
        };
    }
}
