package jp.bansho.numbers.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.bansho.access.Member;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Open incidents on the work list, with the next deadline of a report that was not made.
@Component
class OpenIncidents implements WaitingWork {

    private final Incidents incidents;
    private final Rights rights;

    OpenIncidents(Incidents incidents, Rights rights) {
        this.incidents = incidents;
        this.rights = rights;
    }

    @Override
    public List<Waiting> of(Member member) {
        if (!rights.allows(member, Right.SEE_INCIDENTS)) {
            return List.of();
        }
        var open = incidents.rows(member, true);
        var overdue = open.stream()
                .filter(row -> Stream.of(row.preliminary(), row.last())
                        .anyMatch(report -> report.standing() == Deadlines.Standing.OVERDUE))
                .count();
        return List.of(
                new Waiting("incident.waiting", "/incidents", open.size(), next(open)),
                new Waiting("incident.waiting.overdue", "/incidents", overdue, null));
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable LocalDate next(List<Incidents.Row> open) {
        return open.stream()
                .flatMap(row -> Stream.of(row.preliminary(), row.last()))
                .filter(report -> switch (report.standing()) {
                    case RUNNING, DUE, OVERDUE -> true;
                    case MADE, MADE_LATE, NOT_NEEDED -> false;
                })
                .map(report -> report.due().last())
                .reduce(OpenIncidents::earliest)
                .orElse(null);
    }
}
