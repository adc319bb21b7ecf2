package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.Test;

/// Whoever has the index key can try all numbers against an index value; so the values stay where they can be wiped.
class IndexLeaksTest {

    private static final int HERE = TestMachine.HYOGO;

    @Test
    void noIndexValueGetsIntoTheWriteAheadLog() throws SQLException {
        try (var machine = TestMachine.start();
                var administrator = machine.superuser()) {
            var from = position(administrator);
            machine.register(HERE, 0, 300);
            var change =
                    InventedFiles.found(1, InventedFiles.userNumber(HERE, 7), InventedFiles.digits(HERE, 907), true);
            machine.take(
                    JobKind.RESULTS, HERE, InventedFiles.write(machine.folder().resolve("changed.csv"), change));
            Sql.run(administrator, "delete from vault.index_alive; truncate vault.number_index");
            machine.part(Vault.class).rebuildIndex(machine.clerk(HERE), HERE);
            var log = log(administrator, from, position(administrator));

            var tags = new HashSet<UUID>();
            for (var tag : Sql.rows(administrator, "select tag from vault.number_index")) {
                tags.add(UUID.fromString(tag));
            }
            assertThat(tags).hasSize(301);
            assertThat(contains(log, tags)).as("an index value").isFalse();
            assertThat(log.length).isGreaterThan(30_000);
            assertThat(contains(log, Set.of(someSealedBytes(administrator))))
                    .as("the log was read at the right place: what is logged is found")
                    .isTrue();
        }
    }

    @Test
    void noIndexValueGetsIntoThePlannersStatistics() throws SQLException {
        try (var machine = TestMachine.start();
                var administrator = machine.superuser()) {
            machine.register(HERE, 0, 300);
            Sql.run(administrator, "analyze vault.number_index; analyze vault.sealed_number");

            assertThat(Sql.rows(administrator, "select attname from pg_stats where tablename = 'number_index'"))
                    .contains("subject")
                    .doesNotContain("tag");
        }
    }

    private static UUID someSealedBytes(Connection administrator) throws SQLException {
        try (var statement = administrator.createStatement();
                var row = statement.executeQuery("select substr(sealed, 1, 16) from vault.sealed_number limit 1")) {
            row.next();
            var bytes = ByteBuffer.wrap(row.getBytes(1));
            return new UUID(bytes.getLong(), bytes.getLong());
        }
    }

    private static String position(Connection administrator) throws SQLException {
        return Sql.rows(administrator, "select pg_current_wal_insert_lsn()").getFirst();
    }

    /// The segments of the log between two positions, as they lie on the disk.
    private static byte[] log(Connection administrator, String from, String to) throws SQLException {
        var sql = """
                select string_agg(pg_read_binary_file('pg_wal/' || name), '' order by name)
                  from pg_ls_waldir()
                 where name between pg_walfile_name('%s') and pg_walfile_name('%s')
                """.formatted(from, to);
        try (var statement = administrator.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBytes(1);
        }
    }

    private static boolean contains(byte[] log, Set<UUID> tags) {
        var bytes = ByteBuffer.wrap(log);
        var heads = new HashSet<Long>();
        tags.forEach(tag -> heads.add(tag.getMostSignificantBits()));
        for (var i = 0; i + 16 <= log.length; i++) {
            if (heads.contains(bytes.getLong(i)) && tags.contains(new UUID(bytes.getLong(i), bytes.getLong(i + 8)))) {
                return true;
            }
        }
        return false;
    }
}
