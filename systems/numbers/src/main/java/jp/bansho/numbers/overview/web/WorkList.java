package jp.bansho.numbers.overview.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.terminal.VisitBook;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.springframework.stereotype.Component;

/// Everything that waits for a member, of all desks: the nearest deadline first, then what has none.
@Component
class WorkList {

    private final List<WaitingWork> desks;
    private final VisitBook visits;

    WorkList(List<WaitingWork> desks, VisitBook visits) {
        this.desks = desks;
        this.visits = visits;
    }

    /// A line with what its deadline means today.
    record Line(Waiting waiting, Urgency urgency) {}

    List<Line> of(Member member) {
        var today = visits.today();
        return desks.stream()
                .flatMap(desk -> desk.of(member).stream())
                .filter(waiting -> waiting.count() > 0)
                .sorted(Comparator.comparing(
                        Waiting::deadline, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .map(waiting -> new Line(waiting, Urgency.of(waiting.deadline(), today)))
                .toList();
    }
}
