package jp.bansho.machine;

import java.sql.Connection;
import java.util.List;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.Ledger;

/// The alarm of a machine that has no desk for incidents: the record and the answer say that the federation 連合会 has to
/// be told.
///
/// @param ledger of that machine
public record FederationAlarm(Ledger ledger) implements MediaAlarm {

    private static final String TO = "federation";

    @Override
    public Raised raised(Connection connection, Actor actor, List<LostMedium> lost) {
        var media = lost.stream().map(LostMedium::medium).distinct().toList();
        return new Raised(
                ledger.reportDue(actor, media, TO),
                "report to the federation today: missing or overdue media " + String.join(", ", media),
                "本日中に連合会へ報告してください。所在不明または期限超過の媒体: " + String.join(", ", media));
    }
}
