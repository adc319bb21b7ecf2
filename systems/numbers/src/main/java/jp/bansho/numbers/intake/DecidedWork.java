package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was decided about work items, by whom and when.
@Component
public class DecidedWork {

    private final Transactions transactions;

    DecidedWork(Transactions transactions) {
        this.transactions = transactions;
    }

    /// A decided item.
    ///
    /// @param echoKey the user number the row came with; empty if it had none
    /// @param note    why; empty if nobody wrote anything
    public record Item(
            long id,
            WorkItem.Reason reason,
            String echoKey,
            WorkDecision decision,
            String note,
            String decidedBy,
            Instant decidedAt) {}

    /// The newest decisions of an association; that they were shown is on record.
    public List<Item> newest(Actor actor, int association, int most) {
        return shown(actor, association, null, most);
    }

    /// One decided item; that it was shown is on record.
    public Optional<Item> find(Actor actor, int association, long id) {
        return shown(actor, association, id, 1).stream().findFirst();
    }

    private List<Item> shown(Actor actor, int association, @Nullable Long id, int most) {
        return transactions.recorded(actor.scopeOf(association), connection -> {
            var found = read(connection, id, most);
            var event = new IntakeEvent.WorkListShown(found.size());
            var entry = new Entry(actor.stamp(association, null, null, null), event);
            return new Recorded<>(found, List.of(entry));
        });
    }

    private static List<Item> read(Connection connection, @Nullable Long id, int most) throws SQLException {
        var sql = """
                select id, reason, coalesce(echo_key, ''), decision, note, decided_by, decided_at
                  from intake.work_item
                 where state = 'decided' and decision is not null and (?::bigint is null or id = ?)
                 order by decided_at desc, id desc
                 limit ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setObject(2, id);
            statement.setInt(3, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Item>();
                while (row.next()) {
                    found.add(new Item(
                            row.getLong(1),
                            WorkItem.Reason.of(row.getString(2)),
                            row.getString(3),
                            WorkDecision.of(row.getString(4)).orElseThrow(),
                            row.getString(5),
                            row.getString(6),
                            row.getTimestamp(7).toInstant()));
                }
                return found;
            }
        }
    }
}
