package jp.bansho.numbers.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.linkage.Directory;
import jp.bansho.numbers.linkage.Identifier;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.terminal.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The screens of the log check: findings, working off, runs, planted people.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckScreensTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int THERE = TestMachine.SAITAMA;

    private Office office;
    private Office.Present auditor;

    @BeforeAll
    void open() throws SQLException {
        office = new Office();
        office.machine().register(HERE, 0, 6);
        office.machine().register(THERE, 0, 2);
        auditor = office.present(HERE, AccountRole.AUDITOR, "audit");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void fromThePlantedPersonToTheNote() throws SQLException {
        plant(1);
        look(1);
        var guest = auditor.guest();
        assertThat(guest.get("/check").page())
                .contains("NUM-0803", "おとりが見られています")
                .doesNotContain("??");
        guest.get("/check/runs");
        assertThat(guest.post("/check/runs").location()).endsWith("/check/runs");
        assertThat(guest.get("/check/runs").page())
                .contains("NUM-0805", auditor.account())
                .doesNotContain("??");
        assertThat(guest.get("/check?rule=honeytoken").page())
                .contains("おとりの閲覧", "a.kumiai28", InventedFiles.userNumber(HERE, 1))
                .doesNotContain("おとりが見られています");
        var id = finding("honeytoken", "a.kumiai28", 1);
        assertThat(guest.get("/check/findings/" + id).page())
                .contains("NUM-0804", "人の検索（該当あり）", InventedFiles.userNumber(HERE, 1))
                .doesNotContain(InventedFiles.digits(HERE, 1), "??");

        assertThat(guest.post("/check/findings/" + id, "seen", "1", "state", "", "note", "")
                        .status())
                .isEqualTo(422);
        var number = guest.post(
                "/check/findings/" + id,
                "seen",
                "1",
                "state",
                "explained",
                "note",
                "番号は " + InventedFiles.digits(HERE, 1));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.page()).contains("12桁の数字").doesNotContain(InventedFiles.digits(HERE, 1));
        assertThat(guest.post("/check/findings/" + id, "seen", "1", "state", "explained", "note", "訓練でした")
                        .location())
                .endsWith("/check");
        assertThat(guest.get("/check/findings/" + id).page()).contains("訓練でした", "説明がついた");
        assertThat(last("finding-worked-off"))
                .contains("\"finding\":" + id, "EXPLAINED")
                .doesNotContain("訓練");
        assertThat(guest.post("/check/findings/" + id, "seen", "1", "state", "incident", "note", "もう一度")
                        .status())
                .as("twice")
                .isEqualTo(409);
    }

    @Test
    void nobodyWorksOffAFindingAboutThemselves() throws SQLException {
        var same = sameHumanBeing(auditor.account());
        for (var account : List.of(auditor.account(), same)) {
            var id = planted("refusals", account, HERE);
            var page = auditor.guest().get("/check/findings/" + id).page();
            assertThat(page).contains("あなた自身についての指摘").doesNotContain("name=\"note\"");
            assertThat(auditor.guest()
                            .post("/check/findings/" + id, "seen", "1", "state", "explained", "note", "問題ありません")
                            .status())
                    .isEqualTo(409);
            assertThat(last("working-off-refused")).contains("own-finding", String.valueOf(id));
            assertThat(text("select state from inspection.finding where id = " + id))
                    .isEqualTo("open");
        }
    }

    @Test
    void findingsOfAnotherAssociationAreNotThere() throws SQLException {
        var id = planted("volume", "a.kumiai11", THERE);
        assertThat(auditor.guest().get("/check?state=all").page()).doesNotContain("a.kumiai11");
        var missing = auditor.guest().get("/check/findings/" + id);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.page()).contains("このページはありません", "あなたの点検の範囲にありません");
        auditor.guest().get("/check");
        assertThat(auditor.guest()
                        .post("/check/findings/" + id, "seen", "1", "state", "explained", "note", "他の組合")
                        .status())
                .isEqualTo(409);
        assertThat(text("select state from inspection.finding where id = " + id))
                .isEqualTo("open");
        try (var here = office.machine().associationConnection(HERE)) {
            assertThat(Sql.rows(here, "select distinct organisation from inspection.finding"))
                    .isSubsetOf("28");
            assertThat(Sql.run(here, "update inspection.finding set note = 'x' where organisation = 11"))
                    .isZero();
        }
    }

    @Test
    void plantedPeopleAreMarkedAndLiftedByAuditorsAlone() throws SQLException {
        var guest = auditor.guest();
        plant(3);
        assertThat(guest.get("/check/honeytokens").page())
                .contains("NUM-0806", InventedFiles.userNumber(HERE, 3))
                .doesNotContain("??");
        assertThat(guest.post("/check/honeytokens", "person", InventedFiles.userNumber(HERE, 3), "note", "二度目")
                        .status())
                .isEqualTo(422);
        assertThat(guest.post("/check/honeytokens", "person", InventedFiles.userNumber(THERE, 1), "note", "よその人")
                        .status())
                .isEqualTo(422);
        var subject = office.machine().subject(InventedFiles.userNumber(HERE, 3));
        guest.get("/check/honeytokens");
        assertThat(guest.post("/check/honeytokens/" + subject + "/lift").status())
                .isEqualTo(302);
        assertThat(guest.get("/check/honeytokens").page()).doesNotContain(InventedFiles.userNumber(HERE, 3));
        assertThat(last("honeytoken-lifted")).isEqualTo("{}");
    }

    @Test
    void whoIsNoAuditorSeesNoFinding() throws SQLException {
        var clerk = office.present(HERE, AccountRole.SENIOR_CLERK, "pension").guest();
        for (var path : List.of("/check", "/check/findings/1", "/check/runs", "/check/honeytokens")) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(403);
        }
        clerk.get("/");
        assertThat(clerk.post("/check/runs").status()).isEqualTo(403);
    }

    @Test
    void theOperationsManagerChecksTheOperators() throws SQLException {
        var manager =
                office.present(100, AccountRole.OPERATIONS_MANAGER, "operation").guest();
        manager.get("/check/runs");
        assertThat(manager.post("/check/runs").status()).isEqualTo(302);
        assertThat(manager.get("/check").page()).contains("NUM-0803").doesNotContain("おとりの登録", "a.kumiai");
        assertThat(manager.get("/check/honeytokens").status()).isEqualTo(403);
    }

    private void plant(int person) {
        auditor.guest().get("/check/honeytokens");
        assertThat(auditor.guest()
                        .post("/check/honeytokens", "person", InventedFiles.userNumber(HERE, person), "note", "架空の人")
                        .status())
                .isEqualTo(302);
    }

    private void look(int person) {
        office.machine()
                .part(Directory.class)
                .find(
                        office.machine().clerk(HERE),
                        Purpose.PENSION_PAYMENT,
                        HERE,
                        Identifier.USER_NUMBER,
                        InventedFiles.userNumber(HERE, person));
    }

    private long finding(String rule, String account, int person) throws SQLException {
        return Long.parseLong(text("select id from inspection.finding where rule = '" + rule + "' and account = '"
                + account + "' and subject = " + office.machine().subject(InventedFiles.userNumber(HERE, person))));
    }

    private long planted(String rule, String account, int organisation) throws SQLException {
        return Long.parseLong(text("""
                insert into inspection.finding (organisation, rule, account, day, amount, records, first_seen)
                values (%d, '%s', '%s', date '2026-11-24', 1, '{1}', timestamptz '2026-11-24') returning id
                """.formatted(organisation, rule, account)));
    }

    private String sameHumanBeing(String account) throws SQLException {
        return text("""
                insert into access.account (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                select 'second-' || id, organisation, person, 'clerk', 'pension', valid_from, valid_until, 'active', created_at
                  from access.account where id = '%s' returning id
                """.formatted(account));
    }

    private String last(String event) throws SQLException {
        return text("select details from audit.record where event = '" + event + "' order by seq desc limit 1");
    }

    private String text(String sql) throws SQLException {
        try (var administrator = office.machine().superuser()) {
            return String.join("", Sql.rows(administrator, sql));
        }
    }
}
