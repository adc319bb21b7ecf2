package jp.bansho.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds missing details against the purges on record (L6): each must lie in the range of a purge of its association,
/// be older than that purge says, and not be one that is never purged.
///
/// Purges stand behind what they purged, so stretches without details are remembered until the end.
/// An honest record has a few for each association; beyond a limit each is a finding.
final class PurgeCover {

    private static final int MOST = 10_000;
    private static final int NOBODY = 0;
    private static final Set<String> NEVER = Set.of(DetailsPurged.EVENT, HeadExported.EVENT, "passkey-enrolled");

    private final Findings findings;
    private final Map<Integer, List<Stretch>> stretches = new HashMap<>();
    private final Map<Integer, Stretch> open = new HashMap<>();
    private final Map<Integer, List<Purge>> purges = new HashMap<>();
    private int kept;

    PurgeCover(Findings findings) {
        this.findings = findings;
    }

    private record Purge(long first, long last, long before) {}

    /// Records of one association that have no details, with none that has some between them.
    private static final class Stretch {
        private final long first;
        private long last;
        private long newest = Long.MIN_VALUE;

        Stretch(long first) {
            this.first = first;
        }
    }

    void accept(Found.Recorded record) {
        var code = record.envelope.association();
        int association = code == null ? NOBODY : code;
        boolean missing = record.details == null && record.salt == null;
        if (NEVER.contains(record.envelope.event())) {
            if (missing) {
                findings.add(new Finding.DetailsMissing(record.seq(), record.seq()));
            } else if (record.envelope.event().equals(DetailsPurged.EVENT)) {
                read(association, record);
            }
            return;
        }
        if (!missing) {
            open.remove(association);
            return;
        }
        var stretch = open.get(association);
        if (stretch == null) {
            if (kept == MOST) {
                findings.add(new Finding.DetailsMissing(record.seq(), record.seq()));
                return;
            }
            kept++;
            stretch = new Stretch(record.seq());
            open.put(association, stretch);
            stretches.computeIfAbsent(association, _ -> new ArrayList<>()).add(stretch);
        }
        stretch.last = record.seq();
        stretch.newest = Math.max(stretch.newest, record.envelope.micros());
    }

    void end() {
        stretches.forEach((association, found) -> {
            var known = purges.getOrDefault(association, List.of()).stream()
                    .sorted(Comparator.comparingLong(Purge::first))
                    .toList();
            for (var stretch : found) {
                long next = stretch.first;
                for (var purge : known) {
                    if (purge.before() > stretch.newest && purge.first() <= next && purge.last() >= next) {
                        next = purge.last() + 1;
                    }
                }
                if (next <= stretch.last) {
                    findings.add(new Finding.DetailsMissing(next, stretch.last));
                }
            }
        });
    }

    private void read(int association, Found.Recorded record) {
        try {
            var in = new LineReader(String.valueOf(record.details));
            in.key("{\"application\":").number();
            var before = Instant.parse(in.key(",\"before\":").text());
            in.key(",\"count\":").number();
            long first = in.key(",\"first\":").number();
            long last = in.key(",\"last\":").number();
            in.key("}").end();
            if (last < record.seq()) {
                purges.computeIfAbsent(association, _ -> new ArrayList<>())
                        .add(new Purge(first, last, Envelope.micros(before)));
            }
        } catch (LineReader.Malformed | DateTimeException e) {
            // it covers nothing, and what it does not cover is a finding
        }
    }
}
