package jp.bansho.numbers.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.intake.Duty;
import jp.bansho.numbers.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The calendar of the repeated duties of an association. It begins with the first month after its
/// first numbers came in; from then on every odd month and every October is expected, and stays on the
/// list until it is closed.
@Component
public class DutyCalendar {

    private static final int YEARS_BACK = 2;

    private final Transactions transactions;
    private final Clock clock;

    DutyCalendar(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How a duty stands today.
    public enum State {
        /// Its month has not come.
        AHEAD("ahead"),
        /// Its month has come, no file has.
        DUE("due"),
        /// A file came in, the round is not closed.
        OPEN("open"),
        /// Its file, or its closing, is overdue.
        LATE("late"),
        /// The round is closed.
        CLOSED("closed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /// The word of messages and of machine-readable output.
        public String word() {
            return word;
        }
    }

    /// A duty on the calendar.
    ///
    /// @param cycle null until a file came in
    public record Day(Duty duty, State state, @Nullable Cycle cycle) {

        /// The last day for its file: the last of its month.
        public LocalDate fileBy() {
            return duty.month().atEndOfMonth();
        }

        /// The last day for closing it: the last of the month after.
        public LocalDate closeBy() {
            return duty.month().plusMonths(1).atEndOfMonth();
        }

        /// What is next to be met; null once it is closed.
        public @Nullable LocalDate deadline() {
            return state == State.CLOSED ? null : cycle == null ? fileBy() : closeBy();
        }
    }

    /// The duties of an association, the one to come first, then back in time; figures only, so nothing is recorded.
    public List<Day> of(Actor actor, int association) {
        var today = Today.of(clock);
        return transactions.read(actor.scopeOf(association), connection -> {
            var days = new ArrayList<Day>();
            var cycles = new ArrayList<>(CycleTable.newest(connection, 1_000));
            for (var sort : Duty.Sort.values()) {
                var first = firstAfter(connection, sort);
                if (first.isPresent()) {
                    var now = YearMonth.from(today);
                    var earliest = now.minusYears(YEARS_BACK);
                    var month = first.get().isBefore(earliest) ? next(sort, earliest) : first.get();
                    for (; !month.isAfter(next(sort, now.plusMonths(1))); month = next(sort, month.plusMonths(1))) {
                        var duty = new Duty(sort, month);
                        if (cycles.stream().noneMatch(cycle -> cycle.duty().equals(duty))) {
                            days.add(new Day(duty, state(duty, null, today), null));
                        }
                    }
                }
            }
            cycles.forEach(cycle -> days.add(new Day(cycle.duty(), state(cycle.duty(), cycle, today), cycle)));
            days.sort(Comparator.comparing((Day day) -> day.duty().month())
                    .reversed()
                    .thenComparing(day -> day.duty().sort()));
            return List.copyOf(days);
        });
    }

    /// How a round stands today.
    public Day today(Cycle cycle) {
        return new Day(cycle.duty(), state(cycle.duty(), cycle, Today.of(clock)), cycle);
    }

    static State state(Duty duty, @Nullable Cycle cycle, LocalDate today) {
        if (cycle != null && !cycle.open()) {
            return State.CLOSED;
        }
        var day = new Day(duty, State.OPEN, cycle);
        if (today.isAfter(cycle == null ? day.fileBy() : day.closeBy())) {
            return State.LATE;
        }
        if (cycle != null) {
            return State.OPEN;
        }
        return today.isBefore(duty.month().atDay(1)) ? State.AHEAD : State.DUE;
    }

    /// The first month of that duty, that month or later.
    static YearMonth next(Duty.Sort sort, YearMonth from) {
        var month = from;
        while (switch (sort) {
            case LIFE_STATUS -> month.getMonthValue() % 2 == 0;
            case DECLARATIONS -> month.getMonthValue() != 10;
        }) {
            month = month.plusMonths(1);
        }
        return month;
    }

    /// The first month in which the duty is expected; empty while there are no such numbers.
    private static Optional<YearMonth> firstAfter(Connection connection, Duty.Sort sort) throws SQLException {
        var kind = switch (sort) {
            case LIFE_STATUS -> "results";
            case DECLARATIONS -> "dependants";
        };
        var sql = """
                select (min(started_at) at time zone 'Asia/Tokyo')::date from job.job
                 where kind = ? and state = 'finished' and association = linkage.current_association()
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, kind);
            try (var row = statement.executeQuery()) {
                row.next();
                var day = row.getDate(1);
                return day == null
                        ? Optional.empty()
                        : Optional.of(
                                next(sort, YearMonth.from(day.toLocalDate()).plusMonths(1)));
            }
        }
    }
}
