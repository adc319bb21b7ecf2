package jp.bansho.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Someone with every right on the database, the source code, and patience, but without the signing key.
final class Forger {

    private final AuditDatabase database;
    private final Encoding encoding = new Encoding();

    Forger(AuditDatabase database) {
        this.database = database;
    }

    void sql(String sql) {
        database.execute(sql);
    }

    /// Changes a record's actor.
    void edit(long seq) {
        sql("update audit.record set actor = 'nobody' where seq = " + seq);
    }

    /// Makes the hashes of `from`..`to` fit again.
    void recompute(long from, long to) throws SQLException, IOException {
        var records = read();
        var previous = from == 1 ? Encoding.genesis() : records.get((int) from - 2).hash;
        for (var record : records.subList((int) from - 1, (int) to)) {
            previous = encoding.hash(previous, record.seq(), record.envelope, record.digest);
            sql("update audit.record set hash = '\\x" + HexFormat.of().formatHex(previous) + "' where seq = "
                    + record.seq());
        }
    }

    /// Adds a record at a free number, its hash continuing the record before.
    void insert(long seq) throws SQLException, IOException {
        sql("insert into audit.record select " + seq + ", at, system, 'invented', role, association, event, purpose,"
                + " subject, job, details, salt, digest, hash from audit.record where seq = " + (seq - 1));
        var before = new ArrayList<>(read());
        before.removeIf(record -> record.seq() != seq - 1 && record.seq() != seq);
        var hash = encoding.hash(before.getFirst().hash, seq, before.getLast().envelope, before.getLast().digest);
        sql("update audit.record set hash = '\\x" + HexFormat.of().formatHex(hash) + "' where seq = " + seq);
    }

    /// Adds `by` to the numbers of all records from `from` on.
    void renumber(long from, long by) {
        sql("update audit.record set seq = seq + 1000000 where seq >= " + from
                + "; update audit.record set seq = seq - " + (1_000_000 - by) + " where seq >= 1000000");
    }

    void swap(long one, long other) {
        sql("update audit.record set seq = 1000000 where seq = " + one + "; update audit.record set seq = " + one
                + " where seq = " + other + "; update audit.record set seq = " + other + " where seq = 1000000");
    }

    /// Puts a head row back that was seen before.
    void rewind(SignedHead head) throws SQLException {
        try (Connection connection = database.administrator.connect()) {
            HeadTable.write(connection, head);
        }
    }

    private List<Found.Recorded> read() throws SQLException, IOException {
        try (var connection = database.administrator.connect()) {
            return Snapshot.read(connection, records -> {
                var all = new ArrayList<Found.Recorded>();
                for (var found = records.next(); found != null; found = records.next()) {
                    if (found instanceof Found.Recorded record) {
                        all.add(record);
                    }
                }
                return all;
            });
        }
    }
}
