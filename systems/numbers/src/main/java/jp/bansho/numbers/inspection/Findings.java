package jp.bansho.numbers.inspection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the log check points at, and how it is worked off: each finding by somebody it is not about, with a note
/// (L5). That findings were read is on record, too.
@Component
public class Findings {

    /// So many findings stand on a page.
    public static final int PAGE = 50;

    private final Transactions transactions;
    private final Watches watches;
    private final Alarms alarms;
    private final Clock clock;

    Findings(Transactions transactions, Watches watches, Alarms alarms, Clock clock) {
        this.transactions = transactions;
        this.watches = watches;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// A page of findings.
    ///
    /// @param open  how many findings of each rule are open
    /// @param fresh how many looks at planted people no check has seen yet
    public record Listed(Map<Rule, Integer> open, int fresh, int total, int page, List<Finding> findings) {}

    /// One finding with its records.
    ///
    /// @param own true if it is about the reader, who may not work it off
    public record Sheet(Finding finding, List<LogRecord> records, boolean own) {}

    /// Findings of the member's part of the record, open ones first.
    ///
    /// @param rule null for all rules
    public Listed list(Member member, @Nullable Rule rule, boolean openOnly, int page) {
        var watch = watches.of(member);
        var listed = transactions.read(watch.scope(), connection -> {
            var total = FindingTable.count(connection, rule, openOnly);
            var within = Math.clamp(page, 1, Math.max(1, (total + PAGE - 1) / PAGE));
            return new Listed(
                    FindingTable.open(connection),
                    watch.seesPeople() ? HoneytokenTable.fresh(connection, watch) : 0,
                    total,
                    within,
                    FindingTable.list(connection, watch, rule, openOnly, (within - 1) * PAGE, PAGE));
        });
        record(
                member,
                watch,
                null,
                new InspectionEvent.LogFindingsShown(listed.findings().size()));
        return listed;
    }

    /// How many findings wait for the member, fresh looks at planted people included; not on record.
    public int waiting(Member member) {
        var watch = watches.of(member);
        return transactions.read(
                watch.scope(),
                connection -> FindingTable.count(connection, null, true)
                        + (watch.seesPeople() ? HoneytokenTable.fresh(connection, watch) : 0));
    }

    /// One finding; empty if the member's part has none of that number.
    public Optional<Sheet> one(Member member, long id) {
        var watch = watches.of(member);
        var own = own(member);
        var sheet = transactions.read(watch.scope(), connection -> {
            var finding = FindingTable.one(connection, watch, id);
            return finding.isEmpty()
                    ? Optional.<Sheet>empty()
                    : Optional.of(new Sheet(
                            finding.get(),
                            RecordTable.at(connection, watch, finding.get().records()),
                            own.is(finding.get().account())));
        });
        if (sheet.isPresent()) {
            record(member, watch, sheet.get().finding().subject(), new InspectionEvent.LogFindingShown(id));
        }
        return sheet;
    }

    /// Works a finding off.
    ///
    /// @param state explained, or to be pursued as an incident
    /// @param note  why; not empty
    /// @param seen  how many records the finding had when the member read it
    /// @throws AccessRefused if it is about the member, worked off already, or has grown meanwhile
    public Finding workOff(Member member, long id, FindingState state, String note, int seen) {
        if (state == FindingState.OPEN || note.isBlank()) {
            throw new IllegalArgumentException("a finding is worked off with a decision and a note");
        }
        var watch = watches.of(member);
        var own = own(member);
        try {
            return transactions.recorded(watch.scope(), connection -> {
                var finding = FindingTable.one(connection, watch, id)
                        .orElseThrow(
                                () -> new AccessRefused("no-such-finding", "there is no such finding", "その指摘はありません"));
                if (own.is(finding.account())) {
                    throw new AccessRefused(
                            "own-finding",
                            "a finding about yourself is worked off by somebody else",
                            "自分についての指摘は、ほかの監査担当者が処理してください");
                }
                if (finding.amount() != seen
                        || !FindingTable.workOff(
                                connection, finding, state, note.strip(), member.account(), clock.instant())) {
                    throw new AccessRefused(
                            "changed-meanwhile",
                            "the finding was worked off or has grown meanwhile; read it again",
                            "この指摘は、処理済みか、記録が増えています。内容をもう一度確かめてください");
                }
                var stamp = member.stamp(Actor.SYSTEM, watch.association(), null, finding.subject());
                var event =
                        new InspectionEvent.FindingWorkedOff(id, finding.rule().word(), state);
                var entries = new ArrayList<Entry>(List.of(new Entry(stamp, event)));
                if (state == FindingState.INCIDENT) {
                    var key = new Hits.Key(finding.account(), finding.day(), finding.subject());
                    entries.addAll(
                            alarms.raise(connection, watch, stamp, id, finding.rule(), key, finding.records(), true));
                }
                return new Recorded<>(finding, entries);
            });
        } catch (AccessRefused refused) {
            record(member, watch, null, new InspectionEvent.WorkingOffRefused(id, refused.reason()));
            throw refused;
        }
    }

    /// Whether an account is the member's: the same one, or another one of the same human being.
    private Own own(Member member) {
        return account -> account.equals(member.account())
                || transactions.read(
                        new Scope.Desk(member.organisation()),
                        connection -> StaffRows.person(connection, account) == member.person());
    }

    @FunctionalInterface
    private interface Own {
        boolean is(String account);
    }

    private void record(Member member, Watch watch, @Nullable Long subject, InspectionEvent event) {
        var stamp = member.stamp(Actor.SYSTEM, watch.association(), null, subject);
        transactions.recorded(watch.scope(), _ -> new Recorded<>(event, List.of(new Entry(stamp, event))));
    }
}
