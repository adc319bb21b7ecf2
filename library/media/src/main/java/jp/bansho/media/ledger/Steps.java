package jp.bansho.media.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes steps: asks first whether one may be taken, so that a refusal has a name and changes
/// nothing, and inserts it then. The table asks the same again.
final class Steps {

    private Steps() {}

    private record Rule(@Nullable Boolean own, Set<String> before, Set<String> parcelBefore, boolean twoPeople) {}

    /// Whether that step may be taken now, by these people.
    ///
    /// @throws MediaRefused if not
    static Standing ready(Connection connection, Action action, Hands hands, long id) throws SQLException {
        var rule = rule(connection, action);
        var medium = MediumTable.locked(connection, id);
        var parcel = ParcelTable.on(connection, id).orElse(null);
        if (rule.twoPeople() || hands.witness() != null) {
            hands.mustBeTwo();
        }
        if (rule.own() != null && rule.own() != medium.own()) {
            throw (rule.own() ? Refusal.NOT_OURS : Refusal.OURS).refused();
        }
        if (!rule.before().contains(medium.state().word())) {
            throw Refusal.MEDIUM_IN_OTHER_STATE.refused();
        }
        if (action.bringsAParcel()) {
            if (parcel != null) {
                throw Refusal.MEDIUM_TAKEN.refused();
            }
        } else if (!rule.parcelBefore()
                .contains(parcel == null ? "none" : parcel.state().word())) {
            throw (action == Action.RETURN ? Refusal.CONTENT_NOT_WIPED : Refusal.PARCEL_IN_OTHER_STATE).refused();
        }
        return new Standing(medium, parcel);
    }

    /// The same for a parcel that is named.
    static Standing ready(Connection connection, Action action, Hands hands, NotedParcel named) throws SQLException {
        var standing = ready(connection, action, hands, named.medium());
        if (standing.parcel() == null || !standing.parcel().number().equals(named.number())) {
            throw Refusal.PARCEL_IN_OTHER_STATE.refused();
        }
        return standing;
    }

    /// Takes a step that was found ready.
    ///
    /// @return the medium as it is now
    static Medium take(
            Connection connection,
            Action action,
            Hands hands,
            long medium,
            @Nullable String parcel,
            Particulars more,
            Instant now)
            throws SQLException {
        Sql.update(
                connection,
                """
                insert into media.step (organisation, medium, parcel, action, at, doer, doer_person, witness, witness_person,
                                        counterpart, reference, job, stocktaking, issuer, certificate)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                hands.doer().organisation(),
                medium,
                parcel,
                action.word(),
                now,
                hands.doer().account(),
                hands.doer().person(),
                hands.witnessAccount(),
                hands.witness() == null ? null : hands.witness().person(),
                more.counterpart(),
                more.reference(),
                more.job(),
                more.stockTaking(),
                more.issuer(),
                more.certificate());
        return MediumTable.locked(connection, medium);
    }

    static List<HistoryLine> history(Connection connection, long medium) throws SQLException {
        return Sql.query(
                connection,
                """
                select id, action, before, after, parcel, at, doer, witness, counterpart, reference, certificate
                  from media.step
                 where medium = ?
                 order by id
                """,
                row -> new HistoryLine(
                        row.getLong(1),
                        row.getString(2),
                        MediumState.of(row.getString(3)),
                        MediumState.of(row.getString(4)),
                        row.getString(5),
                        Sql.instant(row, 6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11)),
                medium);
    }

    private static Rule rule(Connection connection, Action action) throws SQLException {
        return Sql.query(
                        connection,
                        "select own, before, parcel_before, two_people from media.rule where action = ?",
                        Steps::rule,
                        action.word())
                .getFirst();
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getObject(1, Boolean.class), words(row.getArray(2)), words(row.getArray(3)), row.getBoolean(4));
    }

    private static Set<String> words(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
