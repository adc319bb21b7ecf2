package jp.bansho.numbers.emergency;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.emergency.EmergencyEvent.EmergencyConsoleOpened;
import jp.bansho.numbers.emergency.EmergencyEvent.EmergencyRefused;
import jp.bansho.numbers.emergency.EmergencyEvent.EmergencyStatementBegun;
import jp.bansho.numbers.emergency.EmergencyEvent.EmergencyStatementEnded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// The console of an emergency session (A7). A statement is on record before it runs, whatever becomes of it; it runs
/// with the rights of `bansho_emergency` and no others, and a repair is kept only together with the record of its end.
@Component
public class EmergencyConsole {

    private static final Scope.Operator SCOPE = new Scope.Operator();
    private static final Duration STATEMENT = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Clock clock;

    EmergencyConsole(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of a statement.
    public sealed interface Ran {
        /// It ran.
        ///
        /// @param rows  how many rows it gave or changed
        /// @param lines the rows as JSON; empty for a repair
        record Done(long rows, List<String> lines) implements Ran {}

        /// The database refused it or broke it off.
        ///
        /// @param state its five-letter error code
        record Failed(String state, String message) implements Ran {}

        /// It was not sent.
        record Refused(String reason) implements Ran {}

        /// The session is over.
        record Over() implements Ran {}
    }

    /// Opens the one console of the code's session.
    ///
    /// @throws StaffRefused  for everybody but operators
    /// @throws AccessRefused if the code is wrong, used, or its session over
    public EmergencySession open(Actor operator, String code) {
        if (operator.role() != Role.OPERATOR) {
            throw new StaffRefused("only an operator works in an emergency session", "緊急アクセスを実施できるのは運用担当者だけです");
        }
        return transactions
                .recorded(SCOPE, connection -> {
                    var now = now();
                    var session = SessionTable.ofCode(connection, Code.hash(code));
                    Answer<EmergencySession> answer;
                    if (session.isEmpty()) {
                        answer = refused(operator, 0, "code-wrong", "the code is not right", "コードが正しくありません");
                    } else if (!session.get().open(now)) {
                        answer = refused(
                                operator, session.get().id(), "over", "the session is over", "この緊急アクセスは終了しています");
                    } else if (!SessionTable.takeConsole(
                            connection, session.get().id(), now)) {
                        answer = refused(
                                operator,
                                session.get().id(),
                                "code-used",
                                "the code was used; there is one console",
                                "このコードは使用済みです。コンソールは1つだけです");
                    } else {
                        answer = new Answer.Done<>(
                                session.get(),
                                List.of(new Entry(
                                        EmergencyDesk.stamp(session.get().account()),
                                        new EmergencyConsoleOpened(session.get().id(), operator.name()))));
                    }
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    /// Runs one statement.
    public Ran run(EmergencySession session, String statement) throws SQLException {
        var text = statement.strip().replaceFirst(";\\s*$", "");
        var refused = StatementCheck.refused(text);
        if (refused.isPresent()) {
            record(session, new EmergencyRefused(session.id(), refused.get()));
            return new Ran.Refused(refused.get());
        }
        try (var connection = transactions.connection()) {
            var number = transactions.bulk(connection, SCOPE, on -> {
                var begun = SessionTable.begin(on, session.id(), now());
                var event = begun.isPresent()
                        ? new EmergencyStatementBegun(session.id(), begun.get(), text)
                        : new EmergencyRefused(session.id(), "over");
                return new Recorded<>(begun.orElse(0), List.of(entry(session, event)));
            });
            return number == 0 ? over(session) : send(connection, session, number, text);
        }
    }

    private Ran send(Connection connection, EmergencySession session, int number, String text) throws SQLException {
        var looks = StatementCheck.looks(text);
        try {
            var lines = new ArrayList<String>();
            var rows = transactions.bulk(connection, SCOPE, on -> {
                if (!session.writes() && !looks) {
                    throw new SQLException("the approval does not cover repairs", "25006");
                }
                limit(on, session);
                var touched = looks ? look(on, text, lines) : repair(on, text);
                Transactions.leave(on);
                Transactions.enter(on, SCOPE);
                if (SessionTable.one(on, session.id())
                        .filter(one -> one.endedAt() == null)
                        .isEmpty()) {
                    throw new SQLException("the session was ended meanwhile", "57014");
                }
                return new Recorded<>(
                        touched,
                        List.of(entry(session, new EmergencyStatementEnded(session.id(), number, touched, "done"))));
            });
            return new Ran.Done(rows, lines);
        } catch (SQLException e) {
            var state = e.getSQLState() == null ? "08000" : e.getSQLState();
            record(session, new EmergencyStatementEnded(session.id(), number, 0, state));
            return new Ran.Failed(state, masked(String.valueOf(e.getMessage())));
        }
    }

    /// Not longer than half a minute, and not beyond the end of the session.
    private void limit(Connection connection, EmergencySession session) throws SQLException {
        var left = Duration.between(now(), session.endsAt());
        var most = left.compareTo(STATEMENT) < 0 ? left : STATEMENT;
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = " + Math.max(1, most.toMillis()));
        }
    }

    private static long look(Connection connection, String text, List<String> lines) throws SQLException {
        try (var statement = connection.prepareStatement("select operation.look(?)")) {
            statement.setString(1, text);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
                return lines.size();
            }
        }
    }

    private static long repair(Connection connection, String text) throws SQLException {
        try (var statement = connection.prepareStatement("select operation.repair(?)")) {
            statement.setString(1, text);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// Ends the session at the console's own wish.
    public void close(EmergencySession session) {
        end(session, "closed");
    }

    private Ran over(EmergencySession session) {
        end(session, "time");
        return new Ran.Over();
    }

    /// Somebody else may have ended it meanwhile; then that is on record already, and this attempt as well.
    private void end(EmergencySession session, String why) {
        transactions.recorded(SCOPE, connection -> {
            var now = SessionTable.one(connection, session.id()).orElseThrow();
            var ended = SessionTable.end(connection, session.id(), session.account(), now());
            return new Recorded<>(
                    ended,
                    List.of(
                            ended
                                    ? EmergencyDesk.ended(now, why)
                                    : entry(session, new EmergencyRefused(session.id(), "over"))));
        });
    }

    private void record(EmergencySession session, EmergencyEvent event) {
        transactions.recorded(SCOPE, _ -> new Recorded<>(event, List.of(entry(session, event))));
    }

    private static Entry entry(EmergencySession session, EmergencyEvent event) {
        return new Entry(EmergencyDesk.stamp(session.account()), event);
    }

    private static Answer<EmergencySession> refused(
            Actor operator, long session, String reason, String english, String japanese) {
        return new Answer.Refused<>(
                new AccessRefused(reason, english, japanese),
                List.of(new Entry(operator.stamp(null, null, null, null), new EmergencyRefused(session, reason))));
    }

    /// The database may quote what it stumbled over.
    private static String masked(String message) {
        return message.replaceAll("\\p{Nd}{9,}", "…");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
