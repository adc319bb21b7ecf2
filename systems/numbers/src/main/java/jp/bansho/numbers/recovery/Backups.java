package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import jp.bansho.audit.AuditTrail;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Home;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// Takes backups, proves them, and says when the last one was (S4).
@Component
public class Backups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'bansho-'uuuuMMdd'T'HHmmss'Z.backup'").withZone(ZoneOffset.UTC);

    private final Transactions transactions;
    private final KeyRing keys;
    private final Home home;
    private final Clock clock;

    Backups(Transactions transactions, KeyRing keys, Home home, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.home = home;
        this.clock = clock;
    }

    /// A backup and where it is.
    public record Made(Path file, Backup backup, VerifiedBackup verified) {}

    /// Takes a backup into `folder`: written under another name, read back, held against PostgreSQL's manifest, and
    /// only then given its name and put on record.
    ///
    /// @param progress takes the bytes done so far, twice: while writing and while reading back
    /// @throws StaffRefused    for everybody but an operator
    /// @throws RecoveryRefused if it did not go through; nothing that looks like a backup is left
    public Made make(Actor operator, Path folder, LongConsumer progress) {
        requireOperator(operator);
        try {
            return taken(operator, folder, progress);
        } catch (RecoveryRefused e) {
            record(operator, new RecoveryEvent.BackupFailed(e.reason().name()));
            throw e;
        }
    }

    private Made taken(Actor operator, Path folder, LongConsumer progress) {
        var madeAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var file = folder.resolve(NAME.format(madeAt));
        var part = folder.resolve(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                throw new RecoveryRefused(Reason.TARGET_EXISTS, String.valueOf(file.getFileName()));
            }
            var bytes = write(part, madeAt, progress);
            var verified = BackupReader.read(part, keys, null, progress);
            SealedWriter.rename(part, file);
            var backup = new Backup(
                    file.getFileName().toString(),
                    madeAt,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    bytes,
                    verified.facts().end().toString(),
                    verified.facts().auditSeq());
            var event = new RecoveryEvent.BackupMade(backup.fileName(), bytes, backup.end(), backup.auditSeq());
            transactions.recorded(new Scope.Operator(), connection -> {
                BackupTable.add(connection, backup, verified.facts().start());
                return new Recorded<>(true, List.of(new Entry(operator.stamp(null, null, null, null), event)));
            });
            return new Made(file, backup, verified);
        } catch (IOException e) {
            throw new RecoveryRefused(Reason.NO_ROOM, e.getClass().getSimpleName());
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } finally {
            remove(part);
        }
    }

    private long write(Path part, Instant madeAt, LongConsumer progress) throws SQLException, IOException {
        try (var replication = ReplicationLogin.open(home, "bansho_backup")) {
            var header = BaseBackup.header(replication);
            header.put("made-at", madeAt.toString());
            try (var connection = transactions.connection()) {
                header.put("database", connection.getCatalog());
                header.put("keys", String.join(" ", BackupTable.keys(connection)));
                AuditTrail.head(connection).ifPresent(head -> BackupFacts.head(header, head));
            }
            try (var writer = SealedWriter.create(part, keys, header)) {
                new BaseBackup(home, clock, progress).take(replication, writer);
                return writer.end();
            }
        }
    }

    /// Reads a backup from its first to its last byte and holds it against PostgreSQL's manifest; needs the keys and no
    /// database.
    ///
    /// @throws RecoveryRefused naming what is wrong
    public static VerifiedBackup verify(Path file, KeyRing keys, LongConsumer progress) {
        try {
            return BackupReader.read(file, keys, null, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup could not be read", e);
        }
    }

    /// The last backup that was found whole; for the health page. Any scope of the operator, or none.
    public static Optional<Backup> last(Connection connection) throws SQLException {
        return BackupTable.last(connection);
    }

    /// How far the archive of the write-ahead log is behind; empty if none was ever begun on this server.
    public static Optional<ArchiveLag> archive(Connection connection) throws SQLException {
        return BackupTable.lag(connection);
    }

    static void requireOperator(Actor actor) {
        if (actor.role() != Role.OPERATOR) {
            throw new StaffRefused("only an operator takes and restores backups", "バックアップと復元は運用担当者だけが実行できます");
        }
    }

    private void record(Actor operator, RecoveryEvent event) {
        transactions.recorded(
                new Scope.Operator(),
                _ -> new Recorded<>(true, List.of(new Entry(operator.stamp(null, null, null, null), event))));
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("what was begun could not be removed", e);
        }
    }
}
