package jp.bansho.numbers.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.Entry;
import jp.bansho.audit.KeyFile;
import jp.bansho.audit.Stamp;
import jp.bansho.audit.Verification;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.numbers.vault.VaultEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// From the period an association sets to the purge of its old records' details: two people,
/// batches, a batch that fails in its middle, and a chain that verifies (L6). One machine whose
/// record has twelve years.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PurgesTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int THERE = TestMachine.SAITAMA;
    private static final int OLD = 12_000;

    private Office office;
    private Present manager;
    private Present senior;

    @BeforeAll
    void aRecordOfTwelveYears() throws SQLException {
        office = new Office();
        var years = Duration.between(
                Instant.parse("2014-11-24T01:00:00Z"), office.clock().instant());
        office.clock().pass(years.negated());
        record(OLD, HERE);
        record(50, THERE);
        office.clock().pass(years.dividedBy(2));
        record(30, HERE);
        office.clock().pass(years.minus(years.dividedBy(2)));
        record(1_100, HERE);
        change("update audit.purge_rule set keep_newest = 1000");
        manager = office.present(HERE, AccountRole.USER_MANAGER, "general");
        senior = office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    @Order(1)
    void aPeriodIsSetWithAReasonAndItsHistoryStays() throws SQLException {
        var guest = manager.guest();
        assertThat(guest.get("/record-period").page())
                .contains("NUM-0809", "保存期間は設定されていません")
                .doesNotContain("??", "消去を申請する");
        assertThat(guest.post("/record-period", "years", "6", "reason", "短い").status())
                .isEqualTo(422);
        assertThat(guest.page()).contains("7年から50年");
        assertThat(guest.post("/record-period", "years", "8", "reason", "").status())
                .isEqualTo(422);
        assertThat(guest.post("/record-period", "years", "8", "reason", "番号 1234 5678 9012")
                        .status())
                .isEqualTo(422);
        assertThat(guest.page()).doesNotContain("5678");
        assertThat(guest.post("/record-period/purges", "why", "まだ期間がない").status())
                .isEqualTo(422);
        assertThat(guest.post("/record-period", "years", "8", "reason", "規程第3条").status())
                .isEqualTo(302);
        assertThat(guest.post("/record-period", "years", "10", "reason", "規程の改正")
                        .status())
                .isEqualTo(302);
        assertThat(guest.get("/record-period").page()).contains("8年", "10年", "規程第3条", "規程の改正", "12,000件", "消去を申請する");
        assertThat(text("select string_agg(details, ' ') from audit.record where event = 'record-period-set'"))
                .contains("\"years\":8", "\"years\":10")
                .doesNotContain("規程");
    }

    @Test
    @Order(2)
    void aPurgeNeedsAnotherPersonsApproval() throws SQLException {
        var guest = manager.guest();
        guest.get("/record-period");
        assertThat(guest.post("/record-period/purges", "why", "期間を過ぎた").status())
                .isEqualTo(302);
        var application = text("select application from purge.run");
        assertThat(guest.get("/record-period").page()).contains("承認待ち").doesNotContain("/start");
        start();
        assertThat(text("select started_at is null from purge.run")).isEqualTo("t");
        assertThat(
                        text(
                                "select details from audit.record where event = 'record-purge-refused' order by seq desc limit 1"))
                .contains("start", "not-decided");
        senior.guest().get("/applications/" + application);
        assertThat(senior.guest().page()).contains("records: 12000", "period: 10 years");
        assertThat(senior.guest()
                        .post("/applications/" + application + "/decide", "decision", "approve", "note", "")
                        .status())
                .isEqualTo(302);
        assertThat(guest.get("/record-period").page()).contains("承認済み", "/start");
    }

    @Test
    @Order(3)
    void aBatchThatBreaksOffLeavesNothingHalfDoneAndTheRunGoesOn() throws Exception {
        // as if the machine had been killed before its first batch
        var id = Long.parseLong(text("select id from purge.run"));
        change("update purge.run set started_at = ordered_at");
        var work = office.machine().part(PurgeWork.class);
        var member = new Member(manager.account(), 1, "", HERE, AccountRole.USER_MANAGER, "general");
        assertThat(work.batch(member, id)).isTrue();
        assertThat(text("select purged, (select count(*) from audit.record where details is null) from purge.run"))
                .isEqualTo("5000|5000");
        assertThat(verify().findings()).isEmpty();

        change("update audit.purge_rule set batch = 100");
        assertThatThrownBy(() -> work.batch(member, id)).isInstanceOf(StoreBroken.class);
        assertThat(text("select purged, (select count(*) from audit.record where details is null) from purge.run"))
                .isEqualTo("5000|5000");
        assertThat(text("select count(*) from audit.record where event = 'details-purged'"))
                .isEqualTo("1");
        change("update audit.purge_rule set batch = 20000");

        var guest = manager.guest();
        assertThat(guest.get("/record-period").page()).contains("中断", "/resume");
        assertThat(guest.post("/record-period/purges/" + id + "/resume").status())
                .isEqualTo(302);
        until("select finished_at is not null from purge.run", "t");
        assertThat(text("select purged, expected from purge.run")).isEqualTo("12000|12000");
        assertThat(guest.get("/record-period").page()).contains("消去済み", "12,000 / 12,000");
    }

    @Test
    @Order(4)
    void onlyWhatWasDueIsGoneAndTheChainVerifies() throws Exception {
        assertThat(text("select count(*) from audit.record where details is null and association = 11"))
                .isEqualTo("0");
        assertThat(text("select count(*), max(at) < timestamptz '2016-11-24' from audit.record where details is null"))
                .isEqualTo("12000|t");
        var verification = verify();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.purged()).isEqualTo(OLD);
        change(
                "update audit.record set details = null, salt = null where seq = (select min(seq) from audit.record where association = 11)");
        assertThat(verify().findings()).hasSize(1);
    }

    @Test
    @Order(5)
    void purgedRecordsSayThatTheyArePurged() throws SQLException {
        var auditor = office.present(HERE, AccountRole.AUDITOR, "audit").guest();
        assertThat(auditor.get("/log/" + text("select min(seq) from audit.record where details is null"))
                        .page())
                .contains("保存期間が過ぎたため消去済み");
        assertThat(auditor.get("/check/runs").status()).isEqualTo(200);
        assertThat(auditor.post("/check/runs").status()).isEqualTo(302);
    }

    @Test
    @Order(6)
    void nobodyElseSetsAPeriodOrSeesAnothersPurge() throws SQLException {
        var other = office.present(THERE, AccountRole.USER_MANAGER, "general");
        assertThat(other.guest().get("/record-period").page()).doesNotContain("規程", "12,000");
        var id = text("select id from purge.run");
        for (var act : List.of("/start", "/resume")) {
            other.guest().get("/record-period");
            other.guest().post("/record-period/purges/" + id + act);
            assertThat(other.guest().get("/record-period").page()).contains("その消去はありません");
        }
        assertThat(senior.guest().get("/record-period").status()).isEqualTo(403);
        try (var desk = office.machine().scoped(new Scope.Desk(THERE))) {
            assertThat(Sql.rows(desk, "select 1 from purge.run")).isEmpty();
            assertThat(Sql.rows(desk, "select 1 from purge.period")).isEmpty();
            assertThat(Sql.run(desk, "update purge.run set purged = 0")).isZero();
            Sql.refused(desk, Sql.NO_RIGHT, "delete from purge.run");
            Sql.refused(desk, Sql.NO_RIGHT, "update purge.run set before = now()");
            Sql.refused(desk, Sql.NO_RIGHT, "update purge.period set years = 7");
            Sql.refused(desk, Sql.NO_RIGHT, """
                    insert into purge.period (organisation, years, reason, set_by, set_at) values (28, 7, 'x', 'x', now())
                    """);
        }
        for (var scope : List.of(
                new Scope.Association(HERE), new Scope.Federation(), new Scope.Operator(), new Scope.Desk(HERE))) {
            try (var connection = office.machine().scoped(scope)) {
                Sql.refused(connection, Sql.NO_RIGHT, "select audit.purge_details(1)");
                Sql.refused(connection, Sql.NO_RIGHT, "update audit.record set details = null, salt = null");
            }
        }
    }

    private void start() throws SQLException {
        var id = text("select id from purge.run");
        manager.guest().get("/record-period");
        assertThat(manager.guest()
                        .post("/record-period/purges/" + id + "/start")
                        .status())
                .isEqualTo(302);
    }

    private void record(int records, int association) {
        var stamp = new Stamp("numbers", "a.kumiai", "clerk", association, null, 7L, null);
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < records; i++) {
            entries.add(new Entry(stamp, new VaultEvent.NumberSought(true, "case " + i)));
        }
        office.machine()
                .part(Transactions.class)
                .recorded(new Scope.Association(association), _ -> new Recorded<>(true, entries));
    }

    private Verification verify() throws IOException, SQLException {
        var home = office.machine().home();
        var verifier = new AuditVerifier(home.auditHeads(), KeyFile.read(home.auditPublicKey()));
        try (var connection = office.machine().application()) {
            return verifier.verify(connection);
        }
    }

    private void until(String sql, String wanted) throws SQLException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!text(sql).equals(wanted) && System.nanoTime() < end) {
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(text(sql)).isEqualTo(wanted);
    }

    private void change(String sql) throws SQLException {
        try (var administrator = office.machine().superuser()) {
            Sql.run(administrator, sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var administrator = office.machine().superuser()) {
            return String.join("", Sql.rows(administrator, sql));
        }
    }
}
