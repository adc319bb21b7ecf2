package jp.bansho.numbers.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.PurposeDecision;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.numbers.vault.VaultEvent;
import org.springframework.stereotype.Component;

/// Who looked at a person, and who changed what (L1): the part of the record of use that is about one person,
/// for the person's page.
@Component
public class Uses {

    private final Transactions transactions;
    private final Linkage linkage;
    private final PurposeTable purposes;

    Uses(Transactions transactions, Linkage linkage, PurposeTable purposes) {
        this.transactions = transactions;
        this.linkage = linkage;
        this.purposes = purposes;
    }

    /// What was done with a person's record, newest first. That it was shown is on record, too.
    ///
    /// @param most how many at most
    /// @return empty if the association has no such person or the purpose does not allow to see the person
    /// @throws jp.bansho.numbers.staff.StaffRefused if it is not the actor's association
    public Optional<List<Use>> of(Actor actor, Ground ground, int association, long subject, int most) {
        return transactions.looked(actor.scopeOf(association), connection -> {
            var person = linkage.byId(connection, subject);
            var kind = person.map(found -> found.kind().code()).orElse(0);
            var decision = purposes.decide(ground.department(), ground.purpose(), kind, NumberAct.SEE);
            var stamp = actor.stamp(association, decision, subject);
            if (decision instanceof PurposeDecision.Refused refused) {
                var event = new VaultEvent.PurposeRefused(refused.row(), NumberAct.SEE.word());
                return new Recorded<>(Optional.empty(), List.of(new Entry(stamp, event)));
            }
            var uses = read(connection, association, subject, most);
            var event = new RegistryEvent.UsesShown(uses.size());
            return new Recorded<>(Optional.of(uses), List.of(new Entry(stamp, event)));
        });
    }

    /// The association's role may not read the record; the login may, and asks for this one person alone. The scope is
    /// given up by it: nothing of the association can be read in this transaction afterwards.
    static List<Use> read(Connection connection, int association, long subject, int most) throws SQLException {
        Transactions.leave(connection);
        var sql = """
                select seq, at, event, actor, role, coalesce(purpose, ''), coalesce(details::json ->> 'caseReference', '')
                  from audit.record
                 where subject = ? and association = ?
                 order by seq desc
                 limit ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            statement.setInt(2, association);
            statement.setInt(3, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Use>();
                while (row.next()) {
                    found.add(new Use(
                            row.getLong(1),
                            row.getTimestamp(2).toInstant(),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7)));
                }
                return found;
            }
        }
    }
}
