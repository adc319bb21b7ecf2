package jp.bansho.numbers.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The list of backups, the keys the database knows, and how far the archive of the log is behind.
final class BackupTable {

    private BackupTable() {}

    static void add(Connection connection, Backup backup, Lsn start) throws SQLException {
        var sql = """
                insert into recovery.backup (file_name, made_at, verified_at, bytes, start_lsn, end_lsn, audit_seq)
                values (?, ?, ?, ?, ?::pg_lsn, ?::pg_lsn, ?)
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, backup.fileName());
            insert.setTimestamp(2, Timestamp.from(backup.madeAt()));
            insert.setTimestamp(3, Timestamp.from(backup.verifiedAt()));
            insert.setLong(4, backup.bytes());
            insert.setString(5, start.toString());
            insert.setString(6, backup.end());
            insert.setLong(7, backup.auditSeq());
            insert.executeUpdate();
        }
    }

    static Optional<Backup> last(Connection connection) throws SQLException {
        var sql = """
                select file_name, made_at, verified_at, bytes, end_lsn::text, audit_seq
                  from recovery.backup order by made_at desc, id desc limit 1
                """;
        try (var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            return row.next()
                    ? Optional.of(new Backup(
                            row.getString(1),
                            instant(row.getTimestamp(2)),
                            instant(row.getTimestamp(3)),
                            row.getLong(4),
                            row.getString(5),
                            row.getLong(6)))
                    : Optional.empty();
        }
    }

    /// How what was written until now stands to backups and archive.
    ///
    /// @param safe      a backup was begun since, or there never was a backup or an archive
    /// @param archiving something archives the log at this moment
    /// @param written   the end of the log now
    record Mark(boolean safe, boolean archiving, Lsn written) {}

    static Mark mark(Connection connection, Instant since) throws SQLException {
        var sql = """
                select exists (select from recovery.backup where made_at >= ?)
                       or (not exists (select from recovery.backup)
                           and not exists (select from pg_replication_slots where slot_name = ?)),
                       exists (select from pg_replication_slots where slot_name = ? and active),
                       pg_current_wal_flush_lsn()::text
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setTimestamp(1, Timestamp.from(since));
            select.setString(2, WalArchive.SLOT);
            select.setString(3, WalArchive.SLOT);
            try (var row = select.executeQuery()) {
                row.next();
                return new Mark(row.getBoolean(1), row.getBoolean(2), Lsn.parse(row.getString(3)));
            }
        }
    }

    /// Whether the archive has the log up to there on its disk.
    static boolean archived(Connection connection, Lsn until) throws SQLException {
        var sql = "select from pg_replication_slots where slot_name = ? and restart_lsn >= ?::pg_lsn";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, WalArchive.SLOT);
            select.setString(2, until.toString());
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    static Optional<ArchiveLag> lag(Connection connection) throws SQLException {
        var sql = """
                select active, coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn), 0)::bigint,
                       coalesce(wal_status, '') = 'lost'
                  from pg_replication_slots where slot_name = ?
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, WalArchive.SLOT);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ArchiveLag(row.getBoolean(1), row.getLong(2), row.getBoolean(3)))
                        : Optional.empty();
            }
        }
    }

    static List<String> keys(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var select = connection.createStatement();
                var row = select.executeQuery("select key_name from vault.key_check order by 1")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
