package jp.bansho.media.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reports a medium missing, in a stock-taking or outside of one.
final class Missed {

    private Missed() {}

    static MediaAnswer<Missing> report(
            Desk desk, Connection connection, Actor actor, long id, @Nullable Long stockTaking, Instant now)
            throws SQLException {
        var hands = Hands.of(actor);
        var standing = Steps.ready(connection, Action.MISS, hands, id);
        var more = new Particulars(null, null, null, stockTaking, null, null);
        var medium = Steps.take(connection, Action.MISS, hands, id, standing.parcelCalled(), more, now);
        var before = standing.medium().state();
        var event = new MediaEvent.MediumMissing(
                standing.mediumCalled(), standing.parcelCalled(), before.word(), stockTaking);
        return desk.done(new Missing(medium, before, standing.parcel()), actor, standing.purpose(), null, event);
    }
}
