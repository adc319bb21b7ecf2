package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of the files in the harness's hands: who must be held according to the batches that the machine says it has
/// done. The same lines of the files, read by code of the harness.
final class FileLines {

    private static final int REGISTERED = 1;

    private final Site site;
    private final Ledger ledger;

    FileLines(Site site, Ledger ledger) {
        this.site = site;
        this.ledger = ledger;
    }

    /// Where the user number stands in a row, from 0.
    static int userNumberAt(String kind) {
        return switch (kind) {
            case "results" -> 3;
            case "dependants" -> 1;
            case "identifiers" -> 0;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /// People and numbers of all rows that finished batches registered.
    Map<String, String> rows(Connection connection, Tally tally, String when) throws SQLException, IOException {
        var must = new HashMap<String, String>();
        for (var job : Sql.rows(
                connection,
                "select id, kind, source_path, state from job.job where kind in ('results', 'dependants') and state <> 'refused'")) {
            var cells = job.split("\\|", -1);
            var lines = site.lines(String.valueOf(Path.of(cells[2]).getFileName()));
            var done = 0L;
            var sql = "select first_line, outcomes from job.batch where job = " + cells[0] + " order by number";
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                while (row.next()) {
                    done += batch(must, cells[1], lines, row.getInt(1), row.getBytes(2));
                }
            }
            tally.lost(
                    cells[3].equals("finished") ? Math.max(0, lines.size() - done) : 0,
                    when + ": lines of a finished file that no batch did");
            tally.doubled(Math.max(0, done - lines.size()), when + ": lines of a file done more than once");
        }
        return must;
    }

    private int batch(Map<String, String> must, String kind, List<String> lines, int first, byte[] outcomes) {
        for (var i = 0; i < outcomes.length; i++) {
            var cells = lines.get(first - 1 + i).split(",", -1);
            var number = ledger.truth(cells[userNumberAt(kind)]);
            if (outcomes[i] == REGISTERED) {
                must.put(cells[userNumberAt(kind)], number);
            }
        }
        return outcomes.length;
    }
}
