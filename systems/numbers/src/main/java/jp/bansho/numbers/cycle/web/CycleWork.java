package jp.bansho.numbers.cycle.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.cycle.DutyCalendar;
import jp.bansho.numbers.cycle.DutyCalendar.Day;
import jp.bansho.numbers.cycle.DutyCalendar.State;
import jp.bansho.numbers.intake.Duty;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.springframework.stereotype.Component;

/// Reminds of the duties that come again: what waits for its file, what is open, what is late (N8, N9).
@Component
class CycleWork implements WaitingWork {

    private final DutyCalendar calendar;
    private final Rights rights;

    CycleWork(DutyCalendar calendar, Rights rights) {
        this.calendar = calendar;
        this.rights = rights;
    }

    @Override
    public List<Waiting> of(Member member) {
        var waiting = new ArrayList<Waiting>();
        if (!Organisation.isAssociation(member.organisation()) || !rights.allows(member, Right.SEE_JOBS)) {
            return waiting;
        }
        var days = calendar.of(Actors.of(member), member.organisation());
        for (var sort : Duty.Sort.values()) {
            if (Departments.does(member, sort)) {
                var pressing = days.stream()
                        .filter(day -> day.duty().sort() == sort)
                        .filter(day -> day.state() != State.AHEAD && day.state() != State.CLOSED)
                        .toList();
                var deadline = pressing.stream()
                        .map(Day::deadline)
                        .filter(Objects::nonNull)
                        .min((one, other) -> one.compareTo(other))
                        .orElse(null);
                waiting.add(new Waiting("cycle.waiting." + sort.word(), "/cycles", pressing.size(), deadline));
            }
        }
        return waiting;
    }
}
