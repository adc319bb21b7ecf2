package jp.bansho.numbers.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.Organisation;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.LostMedium;
import jp.bansho.machine.MediaAlarm;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// Opens an incident for a medium that is missing or overdue, in the organisation whose ledger it stands in (M4, S6).
/// One incident for a medium: what is found again opens nothing, what is new about it is added while that is open.
@Component
class MediumAlarm implements MediaAlarm {

    private final Clock clock;

    MediumAlarm(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Raised raised(Connection connection, jp.bansho.media.ledger.Actor actor, List<LostMedium> lost)
            throws SQLException {
        var owner = actor.organisation();
        var association = Organisation.isAssociation(owner) ? Integer.valueOf(owner) : null;
        var stamp = new Stamp(Actor.SYSTEM, actor.account(), actor.role(), association, null, null, null);
        Transactions.enter(connection, association == null ? new Scope.Federation() : new Scope.Association(owner));
        var now = clock.instant();
        var entries = new ArrayList<Entry>();
        for (var one : lost) {
            var opening = new Opening(
                    owner,
                    false,
                    IncidentKind.MISSING_MEDIUM,
                    IncidentKind.MISSING_MEDIUM.word() + " " + one.medium(),
                    one.cause(),
                    null,
                    "",
                    summary(one),
                    now,
                    null,
                    actor.account());
            entries.addAll(opening.open(connection, stamp, now));
        }
        var opened = entries.stream()
                .filter(entry -> entry.event() instanceof IncidentEvent.IncidentOpened)
                .count();
        return new Raised(
                entries,
                "incidents: %d opened, %d media missing or overdue".formatted(opened, lost.size()),
                "事故: 新規 %d 件（所在不明または期限超過の媒体 %d 件）".formatted(opened, lost.size()));
    }

    private static String summary(LostMedium lost) {
        var what = switch (lost.kind()) {
            case MISSING -> "媒体が所在不明 / a medium is missing: ";
            case OVERDUE -> "媒体の処理が期限超過 / a medium is overdue: ";
        };
        return what + lost.medium() + (lost.parcel() == null ? "" : " (" + lost.parcel() + ")");
    }
}
