package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import jp.bansho.audit.HeadGap;
import jp.bansho.audit.KeyFile;
import jp.bansho.machine.Home;
import jp.bansho.machine.StoreBroken;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.seal.KeyRing;

/// Brings a backup back: proves it, unpacks it, adds the archived log, lets PostgreSQL recover, and looks at what came
/// out. Works without the machine, whose database is gone (S4).
public final class Restoration {

    private static final List<String> COUNTED = List.of(
            "linkage.subject", "vault.sealed_number", "vault.pad_block", "job.job", "intake.work_item", "audit.record");

    /// PostgreSQL does not know the abbreviation `Z` yet when it reads its settings.
    private static final DateTimeFormatter SETTING =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private final Home home;
    private final KeyRing keys;
    private final LongConsumer progress;

    /// @param home     of this installation: keys, exported heads, newest pads
    /// @param progress takes the bytes read so far, for each pass
    public Restoration(Home home, KeyRing keys, LongConsumer progress) {
        this.home = home;
        this.keys = keys;
        this.progress = progress;
    }

    /// Restores. Nothing that exists is touched; after a refusal the new folder may be thrown away.
    ///
    /// @throws RecoveryRefused naming what is wrong
    public Restored restore(RestoreOrder order) {
        var began = System.nanoTime();
        try {
            Unpacking.requireEmpty(order.to());
            Unpacking.requireEmpty(order.home());
            var backup = BackupReader.read(order.file(), keys, null, progress);
            var facts = backup.facts();
            var until = order.until();
            if (until != null && until.isBefore(facts.endedAt())) {
                throw new RecoveryRefused(Reason.TOO_EARLY, facts.endedAt().toString());
            }
            var wal = order.wal();
            var log = wal == null
                    ? new WalFolder.Held(List.of(), Collections.emptySortedMap())
                    : WalFolder.after(wal, facts);
            unpack(order, facts, log);
            settings(order);
            var programs = order.programs();
            var recovered = programs == null
                    ? Optional.<Restored.Recovered>empty()
                    : Optional.of(recover(order, programs, facts, began));
            return new Restored(backup, log.segments().size(), order.home(), recovered);
        } catch (IOException e) {
            throw new RecoveryRefused(Reason.NO_ROOM, e.getClass().getSimpleName());
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private void unpack(RestoreOrder order, BackupFacts facts, WalFolder.Held log) throws IOException {
        try (var unpacking = Unpacking.into(order.to(), order.home())) {
            BackupReader.read(order.file(), keys, unpacking, progress);
        }
        Files.setPosixFilePermissions(order.to(), PosixFilePermissions.fromString("rwx------"));
        var folder = order.to().resolve("pg_wal");
        for (var file : log.histories()) {
            WalFolder.unpack(file, keys, facts, folder);
        }
        for (var file : log.segments().values()) {
            WalFolder.unpack(file, keys, facts, folder);
        }
    }

    /// The log lies in its place already, so there is nothing to fetch: the command that would fetch says no.
    private static void settings(RestoreOrder order) throws IOException {
        var until = order.until();
        append(
                order.to().resolve("postgresql.auto.conf"),
                "restore_command = 'false'\nrecovery_target_timeline = 'latest'\nrecovery_target_action = 'promote'\n"
                        + (until == null ? "" : "recovery_target_time = '" + SETTING.format(until) + "'\n"));
        append(order.to().resolve("recovery.signal"), "");
        // where a distribution keeps the settings outside the data folder, they are not in the backup
        if (!Files.exists(order.to().resolve("postgresql.conf"))) {
            append(order.to().resolve("postgresql.conf"), "listen_addresses = '127.0.0.1'\n");
        }
        if (!Files.exists(order.to().resolve("pg_hba.conf"))) {
            append(order.to().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        }
        if (!Files.exists(order.to().resolve("pg_ident.conf"))) {
            append(order.to().resolve("pg_ident.conf"), "");
        }
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Restored.Recovered recover(RestoreOrder order, Path programs, BackupFacts facts, long began)
            throws SQLException, IOException {
        try (var server = RecoveringServer.start(programs, order.to(), order.log());
                var connection = server.recovered(facts.database(), order.login())) {
            var seconds = (System.nanoTime() - began) / 1e9;
            for (var setting : List.of(
                    "restore_command", "recovery_target_timeline", "recovery_target_action", "recovery_target_time")) {
                execute(connection, "alter system reset " + setting);
            }
            confirmAlone(connection);
            var heads = Files.exists(home.auditHeads()) ? home : new Home(order.home());
            var gap = HeadGap.between(connection, heads.auditHeads(), KeyFile.read(heads.auditPublicKey()));
            if (!gap.sameChain() || gap.database() < facts.auditSeq()) {
                throw new RecoveryRefused(Reason.RECORD_DIFFERS, "");
            }
            var pads = Files.isDirectory(home.pads()) ? home.pads() : new Home(order.home()).pads();
            var settled = new KeysAfterRestore(connection, keys, pads).settle();
            return new Restored.Recovered(seconds, gap, settled.people(), settled.associations(), counts(connection));
        }
    }

    /// A server that waits for an archive or a standby that is not there would confirm nothing.
    private static void confirmAlone(Connection connection) throws SQLException {
        var sql = "select 1 from pg_file_settings where name = 'synchronous_standby_names' and setting <> ''";
        boolean waits;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            waits = row.next();
        }
        if (waits) {
            execute(connection, "alter system set synchronous_standby_names = ''");
        }
    }

    private static Map<String, Long> counts(Connection connection) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        try (var statement = connection.createStatement()) {
            for (var table : COUNTED) {
                try (var row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
        }
        return counts;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
