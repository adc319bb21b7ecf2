package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The purge of details (L6): what the database lets through, what it refuses under any role, and
/// what the verifier says. Records 1 to 60 are old and belong in turn to association 28,
/// association 11 and nobody; 1,200 new ones follow.
class PurgeTest {

    private static final Instant LONG_AGO = Instant.parse("2015-04-01T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2018-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final AuditDatabase database = new AuditDatabase();

    @BeforeEach
    void oldAndNewRecords() throws SQLException, IOException {
        database.execute("update audit.purge_rule set keep_newest = 1000");
        var old = new AuditTrail(database.signer, database.trusted, InstantSource.fixed(LONG_AGO));
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            for (var i = 0; i < 20; i++) {
                old.append(connection, List.of(entry(28), entry(11), entry(null)));
            }
            connection.commit();
        }
        database.write(1_200, 400);
        try (var connection = database.application()) {
            new HeadFile(folder.resolve("heads.jsonl"), database.trusted).export(connection);
        }
    }

    @Test
    void theChainVerifiesAfterAPurgeAndOnlyOneAssociationLostItsDetails() throws Exception {
        assertThat(purge(28, new DetailsPurged(1, BEFORE, 20, 1, 60), true)).isEmpty();
        assertThat(gone("association = 28")).isEqualTo(20);
        assertThat(gone("association is distinct from 28")).isZero();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().purged()).isEqualTo(20);
        // records of no association, in two ranges
        assertThat(purge(null, new DetailsPurged(2, BEFORE, 10, 1, 30), true)).isEmpty();
        assertThat(purge(null, new DetailsPurged(2, BEFORE, 10, 31, 60), true)).isEmpty();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().purged()).isEqualTo(40);
    }

    @Test
    void vanishedDetailsWithoutAPurgeOnRecordAreFound() throws Exception {
        database.execute("update audit.record set details = null, salt = null where association = 28 and seq <= 30");
        assertThat(verify().findings()).containsExactly(new Finding.DetailsMissing(1, 28));
        assertThat(purge(28, new DetailsPurged(1, BEFORE, 10, 31, 60), true)).isEmpty();
        assertThat(verify().findings()).containsExactly(new Finding.DetailsMissing(1, 58));
    }

    @Test
    void aPurgeOnRecordCoversNeitherAnotherAssociationNorYoungerRecords() throws Exception {
        assertThat(purge(28, new DetailsPurged(1, BEFORE, 20, 1, 60), true)).isEmpty();
        database.execute("update audit.record set details = null, salt = null where seq = 5");
        assertThat(verify().findings()).containsExactly(new Finding.DetailsMissing(5, 5));
        database.execute("update audit.record set details = null, salt = null where seq = 100");
        assertThat(verify().findings())
                .containsExactlyInAnyOrder(new Finding.DetailsMissing(5, 5), new Finding.DetailsMissing(100, 100));
    }

    @Test
    void whatAPurgeMayNotDoIsRefused() throws Exception {
        var young = Instant.parse("2020-01-01T00:00:00Z");
        for (var wrong : List.of(
                new DetailsPurged(1, young, 20, 1, 60), // too young
                new DetailsPurged(1, BEFORE, 20, 1, 400), // the newest thousand
                new DetailsPurged(1, BEFORE, 20, 0, 60),
                new DetailsPurged(1, BEFORE, 19, 1, 60), // another number than is there
                new DetailsPurged(1, BEFORE, 21, 1, 60),
                new DetailsPurged(1, BEFORE, 0, 30, 20))) {
            assertThat(purge(28, wrong, true)).as(wrong.toString()).isEqualTo("42501");
        }
        assertThat(purge(12, new DetailsPurged(1, BEFORE, 20, 1, 60), true))
                .as("an association without records")
                .isEqualTo("42501");
        assertThat(gone("true")).isZero();
        assertThat(purge(28, new DetailsPurged(1, BEFORE, 20, 1, 60), true)).isEmpty();
        assertThat(purge(28, new DetailsPurged(1, BEFORE, 20, 1, 60), true))
                .as("twice")
                .isEqualTo("42501");
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aPurgeIsRecordedInItsOwnTransactionOrNotDone() throws Exception {
        assertThat(purge(28, new DetailsPurged(1, BEFORE, 20, 1, 60), false))
                .as("without the role")
                .isEqualTo("42501");
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            var head = database.trail.append(
                    connection, List.of(new Entry(stamp(28), new DetailsPurged(1, BEFORE, 20, 1, 60))));
            connection.commit();
            assertThat(tried(
                            connection, "set local role bansho_purger; select audit.purge_details(" + head.seq() + ")"))
                    .as("the record of another transaction")
                    .isEqualTo("42501");
        }
        assertThat(gone("true")).isZero();
    }

    @Test
    void noRoleChangesARecordByItself() throws Exception {
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            for (var role : List.of("", "set local role bansho_purger; ")) {
                for (var sql : List.of(
                        "update audit.record set details = null, salt = null where seq = 1",
                        "update audit.record set actor = 'x' where seq = 1",
                        "delete from audit.record where seq = 1",
                        "truncate audit.record",
                        "update audit.purge_rule set minimum_age = interval '7 years'",
                        "update audit.purge_rule set keep_newest = 1000",
                        "create or replace function audit.purgeable(event text) returns boolean language sql as 'select true'",
                        "alter table audit.record disable trigger all")) {
                    assertThat(tried(connection, role + sql)).as(role + sql).isEqualTo("42501");
                }
            }
        }
        try (var administrator = database.administrator.connect()) {
            assertThat(tried(administrator, "update audit.purge_rule set minimum_age = interval '1 day'"))
                    .as("not even the administrator gets below seven years by an update")
                    .isEqualTo("23514");
        }
    }

    private static Entry entry(@Nullable Integer association) {
        return new Entry(stamp(association), new Invented.NumberLookedUp("long ago", 1));
    }

    private static Stamp stamp(@Nullable Integer association) {
        return new Stamp("numbers", "u-0042", "clerk", association, null, 7L, null);
    }

    /// @return the state of the refusal, empty if it was done
    private String purge(@Nullable Integer association, DetailsPurged said, boolean inItsRole) throws SQLException {
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            var head = database.trail.append(connection, List.of(new Entry(stamp(association), said)));
            var state = tried(
                    connection,
                    (inItsRole ? "set local role bansho_purger; " : "") + "select audit.purge_details(" + head.seq()
                            + ")");
            if (state.isEmpty()) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return state;
        }
    }

    private static String tried(Connection connection, String sql) throws SQLException {
        var within = connection.getAutoCommit() ? null : connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            if (within != null) {
                connection.rollback(within);
            }
            return e.getSQLState();
        }
    }

    private long gone(String where) {
        return database.number("select count(*) from audit.record where details is null and " + where);
    }

    private Verification verify() throws SQLException, IOException {
        var verifier = new AuditVerifier(folder.resolve("heads.jsonl"), database.trusted);
        try (var connection = database.application()) {
            var tables = verifier.verify(connection);
            var export = folder.resolve("export.jsonl");
            Files.deleteIfExists(export);
            AuditExport.write(connection, export);
            assertThat(verifier.verify(export)).isEqualTo(tables);
            return tables;
        }
    }

    /// Names what the tests above try, so that a new role is not forgotten.
    @Test
    void onlyThePurgersRoleMayCallTheFunction() {
        assertThat(Stream.of("bansho_app", "public")
                        .filter(role -> database.number("select count(*) from information_schema.routine_privileges"
                                        + " where routine_name = 'purge_details' and grantee = '"
                                        + role + "'")
                                > 0))
                .isEmpty();
    }
}
