package jp.bansho.audit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;

/// Records that do not follow the one before, until the end shows which of them are genuine.
///
/// A genuine record fits *some* place and *some* hash before it. Both are looked for among the suspects: one
/// that fits its own place stands behind a wrong neighbour and is acquitted, one that fits another place was
/// moved.
final class Suspects {

    /// Beyond so many, every suspect is called edited: the search takes the third power of their number.
    private static final int MOST = 96;

    private record Suspect(Found.Recorded record, long place, Link link) {}

    /// The hash that stood before the suspect.
    private static final class Link {
        final byte[] before;

        Link(byte[] before) {
            this.before = before;
        }
    }

    private final Findings findings;
    private final HeadCheck heads;
    private final Encoding encoding = new Encoding();
    private final LinkedHashMap<Long, Suspect> kept = new LinkedHashMap<>();
    /// Suspects whose neighbour before a signed head vouches for.
    private final Set<Long> sure = new HashSet<>();

    Suspects(Findings findings, HeadCheck heads) {
        this.findings = findings;
        this.heads = heads;
    }

    void add(Found.Recorded record, long place, byte[] before) {
        if (kept.size() < MOST) {
            kept.put(record.seq(), new Suspect(record, place, new Link(before)));
            if (heads.agreed() == place - 1) {
                sure.add(record.seq());
            }
        } else {
            findings.add(new Finding.Edited(record.seq(), record.seq()));
        }
    }

    void acquit(long seq) {
        kept.remove(seq);
    }

    void end() {
        for (var suspect : kept.values()) {
            long seq = suspect.record.seq();
            if (behindWrongNeighbour(suspect)) {
                continue;
            }
            if (fromElsewhere(suspect)) {
                findings.add(new Finding.Reordered(seq));
            } else {
                boolean known = seq == 1 || sure.contains(seq) || kept.containsKey(seq - 1);
                findings.add(new Finding.Edited(known ? seq : seq - 1, seq));
            }
        }
        if (!kept.isEmpty() && findings.listed().isEmpty()) {
            // no break may pass for sound, even if every suspect alone has an explanation
            long first = kept.firstEntry().getKey();
            findings.add(new Finding.Edited(first - 1, first));
        }
    }

    private boolean behindWrongNeighbour(Suspect suspect) {
        return fitsSomeHash(suspect, suspect.place);
    }

    private boolean fromElsewhere(Suspect suspect) {
        return kept.values().stream()
                .anyMatch(other -> other.place != suspect.place && fitsSomeHash(suspect, other.place));
    }

    private boolean fitsSomeHash(Suspect suspect, long place) {
        return kept.values().stream()
                .anyMatch(other -> fits(suspect, place, other.link.before) || fits(suspect, place, other.record.hash));
    }

    private boolean fits(Suspect suspect, long place, byte[] before) {
        var record = suspect.record;
        return Arrays.equals(encoding.hash(before, place, record.envelope, record.digest), record.hash);
    }
}
