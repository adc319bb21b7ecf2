package jp.bansho.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Entries on their way into the table, as columns: what costs time and needs no lock is done before the lock
/// is taken.
final class Batch {

    private static final String INSERT = """
            insert into audit.record
                (seq, at, system, actor, role, association, event, purpose, subject, job, details, salt, digest, hash)
            select seq, ?, system, actor, role, association, event, purpose, subject, job, details, salt, digest, hash
              from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::text[],
                          ?::bigint[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[])
                as added (seq, system, actor, role, association, event, purpose,
                          subject, job, details, salt, digest, hash)
             where case when ? = 0 then not exists (select from audit.record)
                        else (select seq = ? and hash = ? from audit.record order by seq desc limit 1) end
            """;

    private final Encoding encoding = new Encoding();
    private final List<Entry> entries;
    private final String[] events;
    private final String[] details;
    private final byte[][] salts;
    private final byte[][] digests;
    private final byte[][] hashes;

    Batch(List<Entry> entries, SecureRandom random) {
        int size = entries.size();
        this.entries = entries;
        this.events = new String[size];
        this.details = new String[size];
        this.salts = new byte[size][];
        this.digests = new byte[size][];
        this.hashes = new byte[size][];
        var fresh = new byte[size * Encoding.SALT];
        random.nextBytes(fresh);
        for (int i = 0; i < size; i++) {
            events[i] = entries.get(i).event().event();
            details[i] = EventShape.details(entries.get(i).event());
            salts[i] = Arrays.copyOfRange(fresh, i * Encoding.SALT, (i + 1) * Encoding.SALT);
            digests[i] = encoding.digest(salts[i], details[i]);
        }
    }

    /// Chains the entries to the record `lastSeq` with the hash `lastHash`, and adds them if that is still the
    /// last one.
    ///
    /// @return the hash of the last entry
    byte[] insert(Connection connection, long lastSeq, byte[] lastHash, Instant at) throws SQLException {
        long micros = Envelope.micros(at);
        var previous = lastHash;
        for (int i = 0; i < hashes.length; i++) {
            long seq = lastSeq + 1 + i;
            var envelope = Envelope.of(seq, micros, entries.get(i).stamp(), events[i]);
            hashes[i] = encoding.hash(previous, seq, envelope, digests[i]);
            previous = hashes[i];
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            var columns = columns(lastSeq);
            for (int i = 0; i < columns.length; i++) {
                insert.setArray(i + 2, connection.createArrayOf(TYPES[i], columns[i]));
            }
            insert.setLong(15, lastSeq);
            insert.setLong(16, lastSeq);
            insert.setBytes(17, lastHash);
            if (insert.executeUpdate() != hashes.length) {
                throw new AuditBroken("the last record of audit.record is not the one that audit.head signs: " + lastSeq
                        + " " + HexFormat.of().formatHex(lastHash));
            }
        }
        return previous;
    }

    private static final String[] TYPES = {
        "bigint",
        "text",
        "text",
        "text",
        "smallint",
        "text",
        "text",
        "bigint",
        "bigint",
        "text",
        "bytea",
        "bytea",
        "bytea"
    };

    private Object[][] columns(long lastSeq) {
        var stamps = entries.stream().map(Entry::stamp).toList();
        var seqs = new Long[hashes.length];
        Arrays.setAll(seqs, i -> lastSeq + 1 + i);
        return new Object[][] {
            seqs,
            stamps.stream().map(Stamp::system).toArray(String[]::new),
            stamps.stream().map(Stamp::actor).toArray(String[]::new),
            stamps.stream().map(Stamp::role).toArray(String[]::new),
            stamps.stream()
                    .map(Stamp::association)
                    .map(code -> code == null ? null : Short.valueOf(code.shortValue()))
                    .toArray(Short[]::new),
            events,
            stamps.stream().map(Stamp::purpose).toArray(String[]::new),
            stamps.stream().map(Stamp::subject).toArray(Long[]::new),
            stamps.stream().map(Stamp::job).toArray(Long[]::new),
            details,
            salts,
            digests,
            hashes
        };
    }
}
