package jp.bansho.jlis.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.jlis.numbering.Change;

/// Some events of a file, applied together: residents are fetched at once, each event makes the next state of its
/// resident in memory, and what changed is written at once. A resident may have several events in one batch.
final class EventBatch {

    private final Succession succession;
    private final List<Line> lines = new ArrayList<>();

    private record Line(long number, Happening event) {}

    EventBatch(Succession succession) {
        this.succession = succession;
    }

    void add(long line, Happening event) {
        lines.add(new Line(line, event));
    }

    int size() {
        return lines.size();
    }

    /// What came of a batch.
    ///
    /// @param before   the states that ended
    /// @param now      the residents that changed, as they are now
    /// @param numbers  the new numbers, in rounds: a resident has at most one in each
    /// @param happened counts
    record Result(List<FormerRow> before, Map<Long, Resident> now, List<List<Change>> numbers, Happened happened) {}

    Result apply(Connection connection, RowFindings findings) throws SQLException {
        var codes = lines.stream()
                .mapToLong(line -> line.event().code().inTheClear())
                .distinct()
                .toArray();
        var known = ResidentTable.byCode(connection, codes, true);
        var result = new Result(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), Happened.NOTHING);
        var happened = Happened.NOTHING;
        var rounds = new LinkedHashMap<Long, Integer>();
        for (var line : lines) {
            var event = line.event();
            var resident = known.get(event.code().inTheClear());
            if (resident == null) {
                findings.add(line.number(), 1, Fault.UNKNOWN_CODE);
                continue;
            }
            var fault = succession.fault(resident, event);
            if (fault.isPresent()) {
                findings.add(line.number(), 3, fault.get());
                continue;
            }
            var next = resident.become(succession.next(resident, event));
            known.put(event.code().inTheClear(), next);
            result.now().put(next.id(), next);
            result.before().add(new FormerRow(resident.id(), next.steps(), resident.birth(), resident.now()));
            if (event.kind() == EventKind.NUMBER) {
                var round = rounds.merge(next.id(), 1, Integer::sum);
                while (result.numbers().size() < round) {
                    result.numbers().add(new ArrayList<>());
                }
                result.numbers().get(round - 1).add(new Change(next.id(), event.number()));
            }
            happened = happened.and(event.kind());
        }
        lines.clear();
        return new Result(result.before(), result.now(), result.numbers(), happened);
    }
}
