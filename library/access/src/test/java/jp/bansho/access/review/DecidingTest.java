package jp.bansho.access.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import jp.bansho.audit.EventShape;
import org.junit.jupiter.api.Test;

class DecidingTest {

    private static final String PREPARED =
            "select kind || ' ' || account || ' ' || state || ' ' || prepared_by from access.preparation order by id";

    private final Office office = new Office();

    @Test
    void nobodyDecidesAboutTheirOwnPerson() throws SQLException {
        var review = office.opened();
        assertThat(office.decide(office.manager, review, "km01-0001", LineDecision.KEEP, ""))
                .isEqualTo("own-line");
        office.database.execute(
                "update access.account set person = " + office.manager.person() + " where id = 'km01-0002'");
        assertThat(office.line(review, "km01-0001").decision()).isNull();
        assertThat(office.decide(office.managerToo, review, "km01-0001", LineDecision.KEEP, ""))
                .as("an account that was given to another person since")
                .isEqualTo("account-ended");
        refusedBySql(
                "update access.review_line set decision = 'keep', decided_by = 'km01-0002', decided_at = '2026-11-16Z',"
                        + " decider_person = 0 where account = 'km01-0001'",
                "nobody_reviews_themselves");
    }

    @Test
    void onlyWhoMayDecidesAndOnlyInTheOwnOrganisation() throws SQLException {
        var review = office.opened();
        assertThat(office.decide(office.unused, review, "k01-0001", LineDecision.KEEP, ""))
                .isEqualTo("not-allowed");
        assertThat(office.decide(office.elsewhere, review, "k01-0001", LineDecision.KEEP, ""))
                .isEqualTo("no-such-review");
        assertThat(office.decide(office.manager, review, "km02-0001", LineDecision.KEEP, ""))
                .isEqualTo("no-such-line");
        assertThat(office.decide(office.manager, review, "1234 5678 9012", LineDecision.KEEP, ""))
                .isEqualTo("no-such-line");
        assertThat(office.decide(office.manager, review, "k01-0001", LineDecision.CORRECT, " "))
                .isEqualTo("note-missing");
        office.database.execute("update access.account set state = 'stopped' where id = 'km01-0001'");
        assertThat(office.decide(office.manager, review, "k01-0001", LineDecision.KEEP, ""))
                .isEqualTo("account-ended");
        assertThat(office.lines(review)).allMatch(line -> line.decision() == null);
    }

    @Test
    void toRevokePreparesTheEndForTheNightlyBatchOnceAndToDecideAnewTakesItBack() throws SQLException {
        var review = office.opened();
        assertThat(office.decide(office.manager, review, "k01-0003", LineDecision.REVOKE, "退職"))
                .isEqualTo("done");
        assertThat(office.decide(office.managerToo, review, "k01-0003", LineDecision.REVOKE, "退職済み"))
                .isEqualTo("done");
        assertThat(office.database.column(1, PREPARED)).containsExactly("revoke k01-0003 prepared km01-0001");
        assertThat(office.line(review, "k01-0003").preparation()).isNotNull();
        assertThat(office.decide(office.manager, review, "k01-0003", LineDecision.KEEP, "台帳の誤り"))
                .isEqualTo("done");
        assertThat(office.database.column(1, PREPARED)).containsExactly("revoke k01-0003 withdrawn km01-0001");
        assertThat(office.line(review, "k01-0003"))
                .extracting(ReviewLine::decision, ReviewLine::note, ReviewLine::preparation)
                .containsExactly(LineDecision.KEEP, "台帳の誤り", null);
        office.decide(office.manager, review, "k01-0003", LineDecision.REVOKE, "退職");
        office.database.execute("update access.preparation set state = 'done' where state = 'prepared'");
        office.database.execute("update access.account set state = 'revoked' where id = 'k01-0003'");
        assertThat(office.decide(office.manager, review, "k01-0003", LineDecision.KEEP, ""))
                .isEqualTo("already-revoked");
    }

    @Test
    void aReviewClosesOnceWithTheSignatureOverExactlyItsResult() throws Exception {
        var review = office.opened();
        var early = office.result(review);
        assertThat(office.close(office.manager, review, early.hash(), "signature"))
                .isEqualTo("undecided-lines");
        refusedBySql(
                "update access.review set closed_at = '2026-11-16Z', closed_by = 'km01-0001', result = 'x',"
                        + " evidence = 'x' where id = " + review,
                "when every line is decided");
        office.decideAll(review);
        var seen = office.result(review);
        office.decide(office.manager, review, "k01-0002", LineDecision.CORRECT, "所属を\t直す\n税へ");
        assertThat(office.close(office.manager, review, seen.hash(), "signature"))
                .isEqualTo("result-changed");
        var signed = office.result(review);
        assertThat(office.close(office.manager, review, signed.hash(), " ")).isEqualTo("evidence-missing");
        assertThat(office.close(office.elsewhere, review, signed.hash(), "signature"))
                .isEqualTo("no-such-review");
        assertThat(office.close(office.manager, review, signed.hash(), "signature"))
                .isEqualTo("done");
        assertThat(office.close(office.managerToo, review, signed.hash(), "other"))
                .isEqualTo("closed");
        assertThat(office.decide(office.manager, review, "k01-0001", LineDecision.KEEP, ""))
                .isEqualTo("closed");
        assertThat(office.result(review)).as("what was signed stays").isEqualTo(signed);
        assertThat(signed.text())
                .startsWith("bansho review result v1\nreview: " + review + "\norganisation: 1\nkind: rights\n")
                .contains("\tcorrect\t")
                .contains("\t所属を\\t直す\\n税へ\n")
                .doesNotContain("姓")
                .hasLineCount(15);
        assertThat(signed.hash())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(signed.text().getBytes(StandardCharsets.UTF_8))));
        assertThat(signed.operation()).contains(signed.hash());
        assertThat(office.database.column(1, "select evidence from access.review where closed_at is not null"))
                .containsExactly("signature");
    }

    @Test
    void factsAndClosedReviewsDoNotChangeUnderAStatementWrittenByHand() throws SQLException {
        var review = office.opened();
        refusedBySql("update access.review_line set role = 'auditor'", "do not change");
        refusedBySql(
                "update access.review_line set decision = 'keep', decided_by = 'km02-0001', decided_at = '2026-11-16Z'",
                "nobody reviews this");
        refusedBySql("update access.review set deadline = '2030-01-01'", "closes once");
        refusedBySql(
                "insert into access.review (organisation, kind, period, opened_at, deadline)"
                        + " values (1, 'rights', 'x', now(), now())",
                "permission denied");
        refusedBySql("delete from access.review_line", "permission denied");
        office.decideAll(review);
        office.close(office.manager, review, office.result(review).hash(), "signature");
        refusedBySql("update access.review_line set note = 'x' where review = " + review, "do not change");
        refusedBySql("update access.review set evidence = 'x' where id = " + review, "closes once");
        assertThat(office.database.update(2, "update access.review set evidence = 'x'"))
                .isZero();
        assertThat(office.database.update(2, "update access.review_line set note = 'x'"))
                .isZero();
        assertThat(EventShape.permitted(ReviewEvent.class)).hasSize(6);
    }

    private void refusedBySql(String sql, String why) {
        assertThatThrownBy(() -> office.database.update(1, sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }
}
