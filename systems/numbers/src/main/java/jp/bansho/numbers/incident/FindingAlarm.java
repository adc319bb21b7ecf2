package jp.bansho.numbers.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import jp.bansho.access.Organisation;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.inspection.Alarm;
import jp.bansho.numbers.inspection.Rule;
import jp.bansho.numbers.inspection.Watch;
import org.springframework.stereotype.Component;

/// Opens an incident when the log check finds that a planted person's number was revealed or that numbers were revealed
/// in masses, and when an auditor decides to pursue any finding. It belongs to the association whose people the records
/// are about, also if the federation's people did it: an association must learn of what concerns its people.
@Component
class FindingAlarm implements Alarm {

    private final Clock clock;

    FindingAlarm(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Entry> raised(Connection connection, Watch watch, Stamp stamp, Raised raised) throws SQLException {
        if (!raised.pursued() && !raised.reveals()) {
            return List.of();
        }
        var kind = kind(raised);
        var owner = owner(watch, raised);
        var thread = kind.word() + " " + raised.account() + " " + raised.day();
        var opening = new Opening(
                owner,
                false,
                kind,
                thread,
                thread + " " + raised.rule().word() + " " + (raised.subject() == null ? "" : raised.subject()),
                raised.account(),
                "",
                summary(kind, raised),
                clock.instant(),
                raised.finding(),
                raised.pursued() ? stamp.actor() : Opening.MACHINE);
        var whose = Organisation.isAssociation(owner) ? Integer.valueOf(owner) : null;
        var envelope = new Stamp(
                stamp.system(), stamp.actor(), stamp.role(), whose, stamp.purpose(), raised.subject(), stamp.job());
        Transactions.enter(connection, Watch.over(owner).scope());
        var entries = opening.open(connection, envelope, clock.instant());
        Transactions.enter(connection, watch.scope());
        return entries;
    }

    private static int owner(Watch watch, Raised raised) {
        return raised.associations().size() == 1 && watch.seesPeople()
                ? raised.associations().getFirst()
                : watch.organisation();
    }

    private static IncidentKind kind(Raised raised) {
        if (raised.reveals() && raised.rule() == Rule.HONEYTOKEN) {
            return IncidentKind.HONEYTOKEN_REVEAL;
        }
        return raised.reveals() && raised.rule() == Rule.VOLUME ? IncidentKind.MASS_REVEAL : IncidentKind.FINDING;
    }

    private static String summary(IncidentKind kind, Raised raised) {
        var what = switch (kind) {
            case HONEYTOKEN_REVEAL -> "おとりの個人番号が表示された / the number of a planted person was revealed";
            case MASS_REVEAL -> "個人番号が大量に表示された / numbers were revealed in masses";
            case FINDING, CHAIN_BREAK, MISSING_MEDIUM, NOTICED ->
                "点検の指摘を追及する / a finding is pursued: " + raised.rule().word();
        };
        return what + " (" + raised.account() + ", " + raised.day() + ")";
    }
}
