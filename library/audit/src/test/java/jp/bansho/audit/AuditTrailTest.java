package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private final AuditDatabase database = new AuditDatabase();

    @Test
    void anActAndItsRecordAreCommittedTogetherOrNotAtAll() throws SQLException {
        database.execute("create table act (what text); grant insert on act to bansho_app");
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("insert into act values ('rolled back')");
                database.trail.append(connection, AuditDatabase.entries("rolled back"));
                connection.rollback();
                statement.execute("insert into act values ('committed')");
                database.trail.append(connection, AuditDatabase.entries("committed"));
                connection.commit();
            }
        }
        assertThat(database.number("select count(*) from act where what = 'committed'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from act")).isEqualTo(1);
        assertThat(database.number("select count(*) from audit.record where details like '%committed%'"))
                .isEqualTo(1);
        assertThat(database.number("select seq from audit.head")).isEqualTo(1);
    }

    @Test
    void theHeadIsSignedAndEndsTheChain() throws SQLException {
        var head = database.write(5, 2);
        assertThat(head.seq()).isEqualTo(5);
        assertThat(head.at()).isEqualTo(AuditDatabase.NOW);
        assertThat(database.trusted.verifies(head)).isTrue();
        try (var connection = database.application()) {
            assertThat(AuditTrail.head(connection)).contains(head);
        }
        assertThat(new HeadKeys(Map.of("k1", AuditDatabase.newKeys().getPublic())).verifies(head))
                .isFalse();
        assertThat(new HeadKeys(Map.of()).verifies(head)).isFalse();
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveARecord() throws SQLException {
        database.write(2, 2);
        for (var sql : List.of(
                "update audit.record set actor = 'x'",
                "delete from audit.record",
                "truncate audit.record",
                "delete from audit.head",
                "insert into audit.head (only_row, seq) values (false, 0)")) {
            try (var connection = database.application();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void nothingIsAddedToAChainThatDoesNotFitItsHead() throws SQLException {
        database.write(3, 1);
        database.execute("delete from audit.record where seq = 3");
        assertThatThrownBy(() -> database.write(1, 1)).isInstanceOf(AuditBroken.class);
        database.execute("delete from audit.record; update audit.head set seq = 2");
        assertThatThrownBy(() -> database.write(1, 1))
                .isInstanceOf(AuditBroken.class)
                .hasMessageContaining("signature");
    }

    @Test
    void aSecondBeginningIsRefusedWhileRecordsAreThere() throws SQLException {
        database.write(1, 1);
        database.execute("update audit.head set seq = 0, hash = null, at = null, key_id = null, signature = null");
        assertThatThrownBy(() -> database.write(1, 1)).isInstanceOf(AuditBroken.class);
    }

    @Test
    void aHeadOfAnUnknownKeyIsNotContinued() throws SQLException {
        database.write(1, 1);
        var strangers = AuditDatabase.newKeys();
        var other = new AuditTrail(
                HeadSigner.of("k2", strangers.getPrivate()),
                new HeadKeys(Map.of("k2", strangers.getPublic())),
                InstantSource.system());
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> other.append(connection, AuditDatabase.entries("x")))
                    .isInstanceOf(AuditBroken.class);
        }
    }

    @Test
    void aNewKeyContinuesTheChainOfTheOldOne() throws SQLException {
        database.write(1, 1);
        var newer = AuditDatabase.newKeys();
        var both = new HeadKeys(Map.of("k1", database.keys.getPublic(), "k2", newer.getPublic()));
        var other = new AuditTrail(HeadSigner.of("k2", newer.getPrivate()), both, InstantSource.system());
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            assertThat(other.append(connection, AuditDatabase.entries("x")).seq())
                    .isEqualTo(2);
            connection.commit();
        }
    }

    @Test
    void withoutAnOpenTransactionOrAnEntryThereIsNoRecord() throws SQLException {
        try (var connection = database.application()) {
            assertThatThrownBy(() -> database.trail.append(connection, AuditDatabase.entries("x")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> database.trail.append(connection, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
