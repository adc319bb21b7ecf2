package jp.bansho.numbers.inspection;

import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Home;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// Holds the rules against the record of use (L5): on demand by whoever watches over a part of it, and for all
/// parts by the operator's command, which learns nothing but counts. A second run adds nothing that is known.
@Component
public class LogCheck {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Watches watches;
    private final FamilyMarks families;
    private final Alarms alarms;
    private final Home home;
    private final Clock clock;

    LogCheck(
            Transactions transactions,
            Organisations organisations,
            Watches watches,
            FamilyMarks families,
            Alarms alarms,
            Home home,
            Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.watches = watches;
        this.families = families;
        this.alarms = alarms;
        this.home = home;
        this.clock = clock;
    }

    /// Checks the member's part of the record.
    public LogRun run(Member member) {
        var watch = watches.of(member);
        return run(watch, member.stamp(Actor.SYSTEM, watch.association(), null, null));
    }

    /// Checks every part of the record: each association's, the federation's, the operators'. By organisation.
    ///
    /// @throws StaffRefused for everybody but an operator
    public SortedMap<Integer, LogRun> runAll(Actor operator) {
        if (operator.role() != Role.OPERATOR) {
            throw new StaffRefused(
                    "only an operator checks all of the record; auditors check theirs on screen",
                    "記録全体の点検を実行できるのは運用担当者だけです。監査担当者は画面から点検します");
        }
        var parts = new ArrayList<>(organisations.associations().keySet());
        parts.add(Organisation.FEDERATION);
        parts.add(Organisation.OPERATOR);
        var runs = new TreeMap<Integer, LogRun>();
        for (var part : parts) {
            var watch = Watch.over(part);
            runs.put(part, run(watch, operator.stamp(watch.association(), null, null, null)));
        }
        return runs;
    }

    /// The last runs over the member's part.
    public List<LogRun> runs(Member member, int most) {
        return transactions.read(watches.of(member).scope(), connection -> FindingTable.runs(connection, most));
    }

    private LogRun run(Watch watch, Stamp stamp) {
        var thresholds = thresholds();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, RecordTable.JAPAN);
        var firstDay = today.minusDays(thresholds.days());
        var since = firstDay.minusDays(Thresholds.MEDIAN_DAYS);
        var staff = transactions.read(
                new Scope.Desk(watch.organisation()), connection -> StaffRows.read(connection, families.of(watch)));
        var examined = transactions.read(watch.scope(), connection -> {
            var traces = Traces.since(connection, watch, since);
            return new Examined(
                    traces, firstDay, now, thresholds, Traces.background(connection, watch, staff, traces, firstDay));
        });
        var found = new EnumMap<Rule, Map<Hits.Key, List<Long>>>(Rule.class);
        for (var rule : Rule.values()) {
            found.put(rule, rule.hits(examined).records());
        }
        return transactions.recorded(watch.scope(), connection -> {
            var hits = 0;
            var added = 0;
            var entries = new ArrayList<Entry>();
            for (var rule : found.entrySet()) {
                for (var hit : rule.getValue().entrySet()) {
                    hits++;
                    var fresh = FindingTable.keep(
                            connection, watch.organisation(), rule.getKey(), hit.getKey(), hit.getValue(), now);
                    if (fresh.isPresent()) {
                        added++;
                        entries.addAll(alarms.raise(
                                connection,
                                watch,
                                stamp,
                                fresh.getAsLong(),
                                rule.getKey(),
                                hit.getKey(),
                                hit.getValue(),
                                false));
                    }
                }
            }
            var run = new LogRun(
                    stamp.actor(), now, firstDay, today, examined.traces().size(), hits, added);
            FindingTable.keepRun(connection, watch.organisation(), run);
            var event = new InspectionEvent.LogChecked(firstDay, today, run.records(), hits, added);
            entries.addFirst(new Entry(stamp, event));
            return new Recorded<>(run, entries);
        });
    }

    private Thresholds thresholds() {
        var file = home.folder().resolve("logcheck.properties");
        return Thresholds.of(Files.exists(file) ? Home.load(file) : new Properties());
    }
}
