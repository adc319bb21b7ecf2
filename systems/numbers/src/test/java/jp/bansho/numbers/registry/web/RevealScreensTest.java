package jp.bansho.numbers.registry.web;

import static jp.bansho.numbers.registry.web.Sheets.ELSEWHERE;
import static jp.bansho.numbers.registry.web.Sheets.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.testing.Guest.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One person's number for half a minute: purpose, case, passkey where the table demands it, and the record first.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevealScreensTest {

    private static final String ROW = "P-08:dependants-declaration";

    private Sheets sheets;
    private Present clerk;
    private Present tax;
    private long mark;

    @BeforeAll
    void open() throws SQLException {
        sheets = new Sheets();
        clerk = sheets.office.present(HERE, AccountRole.CLERK, "pension");
        tax = sheets.office.present(HERE, AccountRole.SENIOR_CLERK, "tax");
        sheets.find(clerk.guest(), HERE, 0, "P-03");
        sheets.find(tax.guest(), HERE, 5, "P-08");
    }

    @BeforeEach
    void mark() throws SQLException {
        mark = sheets.mark();
    }

    @AfterAll
    void close() {
        sheets.close();
    }

    @Test
    void theNumberIsShownOnceOverTheViewersNameAndIsOnRecord() throws SQLException {
        var once = Sheets.once(sheets.get(clerk.guest(), sheets.path(HERE, 0)));
        var reply = reveal(clerk, 0, once, "P-03", "R8-0042");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.page())
                .contains("NUM-0303", grouped(0), "data-reveal-seconds=\"30\"")
                .contains(clerk.account() + "　2026-11-24 10:00:00", InventedFiles.userNumber(HERE, 0))
                .doesNotContain(InventedFiles.digits(HERE, 0));
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(reply.headers().firstValue("Refresh"))
                .as("without a script the number goes, too")
                .contains("30; url=" + sheets.path(HERE, 0));
        assertThat(reply.headers().map().toString()).doesNotContain(InventedFiles.digits(HERE, 0));
        assertThat(reveals(clerk))
                .containsExactly(
                        "number-revealed|P-03:pension-payment|" + "{\"caseReference\":\"R8-0042\",\"evidence\":\"\"}");

        // the same form again, as a reload would send it, and the address itself
        var again = reveal(clerk, 0, once, "P-03", "R8-0042");
        assertThat(again.status()).isEqualTo(302);
        assertThat(sheets.get(clerk.guest(), sheets.path(HERE, 0)).page())
                .contains("この表示は終わりました")
                .doesNotContain(grouped(0));
        for (var path : List.of("/number", "/number/signed")) {
            assertThat(sheets.look(clerk.guest(), sheets.path(HERE, 0) + path).location())
                    .endsWith(sheets.path(HERE, 0));
        }
        assertThat(reveals(clerk)).hasSize(1);
        assertThat(sheets.record())
                .doesNotContain(InventedFiles.digits(HERE, 0))
                .doesNotContain(grouped(0));
    }

    @Test
    void aFormForOnePersonShowsNobodyElse() throws SQLException {
        var once = Sheets.once(sheets.get(clerk.guest(), sheets.path(HERE, 0)));
        var reply = reveal(clerk, 1, once, "P-03", "R8-0042");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reveals(clerk)).isEmpty();
        assertThat(reveal(clerk, 1, "", "P-03", "R8-0042").status()).isEqualTo(302);
        assertThat(reveals(clerk)).isEmpty();
    }

    @Test
    void withoutPurposeOrCaseTheFormComesBack() throws SQLException {
        var form = sheets.get(clerk.guest(), sheets.path(HERE, 0));
        var without = reveal(clerk, 0, Sheets.once(form), "", "");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.page()).contains("利用目的を選んでください", "事案番号を入力してください").doesNotContain(grouped(0));
        var number = reveal(clerk, 0, Sheets.once(without), "P-03", InventedFiles.digits(HERE, 0));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.page()).contains("12桁の番号は使えません").doesNotContain(InventedFiles.digits(HERE, 0));
        assertThat(reveals(clerk)).isEmpty();
    }

    @Test
    void whatTheTableDoesNotAllowIsRefusedInWordsAndOnRecord() throws SQLException {
        for (var row : List.of("P-07", "P-10", "P-02", "P-99")) {
            var once = Sheets.once(sheets.get(clerk.guest(), sheets.path(HERE, 0)));
            assertThat(reveal(clerk, 0, once, row, "R8-1").status()).as(row).isEqualTo(302);
            assertThat(sheets.get(clerk.guest(), sheets.path(HERE, 0)).page())
                    .as(row)
                    .contains("banner--error")
                    .doesNotContain(grouped(0));
        }
        assertThat(reveals(clerk))
                .containsExactly(
                        "purpose-refused|P-07:life-status|{\"act\":\"reveal\",\"row\":\"P-07\"}",
                        "purpose-refused|P-10:withholding-slip|{\"act\":\"reveal\",\"row\":\"P-10\"}",
                        "purpose-refused|P-02:pension-determination|{\"act\":\"reveal\",\"row\":\"P-02\"}",
                        "purpose-refused|no-row|{\"act\":\"reveal\",\"row\":\"no-row\"}");
    }

    @Test
    void aSensitiveRowShowsTheNumberToAFreshPasskeyOnly() throws SQLException {
        var question = question(5);
        assertThat(question.page())
                .contains("1人の個人番号を30秒間表示する", "扶養親族等申告書の処理（扶養控除対象者）", "R8-0050")
                .doesNotContain(grouped(5));
        assertThat(reveals(tax)).isEmpty();
        var signature = tax.authenticator().get(tax.guest().options());
        var shown = signed(5, "R8-0050", signature);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.page()).contains(grouped(5));
        assertThat(reveals(tax))
                .singleElement()
                .asString()
                .startsWith("number-revealed|" + ROW)
                .contains("v1.");

        var replayed = signed(5, "R8-0050", signature);
        assertThat(replayed.status()).isEqualTo(422);
        assertThat(replayed.page()).contains("banner--error").doesNotContain(grouped(5));
        assertThat(reveals(tax))
                .hasSize(2)
                .last()
                .isEqualTo(
                        "reveal-refused|" + ROW + "|{\"caseReference\":\"R8-0050\",\"reason\":\"evidence-missing\"}");
    }

    @Test
    void withoutAPasskeyNothingIsShown() throws SQLException {
        question(5);
        for (var nothing : List.of("", "{}", "null", "x")) {
            var reply = signed(5, "R8-0050", nothing);
            assertThat(reply.status()).as(nothing).isEqualTo(422);
            assertThat(reply.page()).as(nothing).doesNotContain(grouped(5));
        }
        assertThat(reveals(tax)).hasSize(4).allMatch(line -> line.contains("evidence-missing"));
    }

    @Test
    void anotherPersonsPasskeyOneThatDidNotVerifyAndOneForAnotherOperationAreRefused() throws SQLException {
        question(5);
        var key = clerk.authenticator();
        var stranger = key.get(tax.guest().options(), key.credentials().getFirst());
        assertThat(signed(5, "R8-0050", stranger).status()).isEqualTo(422);

        var unverified =
                tax.authenticator().copied().userVerified(false).get(tax.guest().options());
        assertThat(signed(5, "R8-0050", unverified).page())
                .contains("本人確認（暗証番号や指紋）が行われていません")
                .doesNotContain(grouped(5));

        // signed for person 5 and this case, sent for another person, and for another case
        var other = tax.authenticator().get(tax.guest().options());
        assertThat(signed(6, "R8-0050", other).status()).isEqualTo(422);
        assertThat(signed(5, "R8-0051", other).status()).isEqualTo(422);
        assertThat(reveals(tax)).hasSize(4).allMatch(line -> line.contains("evidence-missing"));
        assertThat(Sql.number(sheets.administrator, """
                select count(*) from audit.record where event = 'passkey-refused' and actor = '%s'
                """.formatted(tax.account())))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aRowThatDemandsAPasskeyCannotBePassedByUnderItsPurposesName() throws SQLException {
        var once = Sheets.once(sheets.get(tax.guest(), sheets.path(HERE, 5)));
        var reply = sheets.post(
                tax.guest(),
                sheets.path(HERE, 5) + "/number",
                "once",
                once,
                "purpose",
                "dependants-declaration",
                "caseReference",
                "R8-1");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(sheets.get(tax.guest(), sheets.path(HERE, 5)).page()).contains("表示のたびにパスキーによる確認が必要です");
        assertThat(signedAs("P-09", 5, "R8-1", "x").status()).isEqualTo(302);
        assertThat(reveals(tax))
                .containsExactly(
                        "reveal-refused|" + ROW + "|{\"caseReference\":\"R8-1\",\"reason\":\"evidence-missing\"}");
    }

    @Test
    void aBrokenSealIsNotShownAndSaid() throws SQLException {
        Sql.run(
                sheets.administrator,
                "update vault.sealed_number set sealed = sha256(sealed) where subject = " + sheets.subject(HERE, 3));
        var once = Sheets.once(sheets.get(clerk.guest(), sheets.path(HERE, 3)));
        reveal(clerk, 3, once, "P-03", "R8-1");
        assertThat(sheets.get(clerk.guest(), sheets.path(HERE, 3)).page()).contains("封印を確認できない");
        assertThat(reveals(clerk)).singleElement().asString().contains("seal-broken");
    }

    @Test
    void whoHasNoNumberHasNothingToShow() throws SQLException {
        Sql.run(
                sheets.administrator,
                "update vault.sealed_number set state = 2 where subject = " + sheets.subject(HERE, 2));
        var page = sheets.get(clerk.guest(), sheets.path(HERE, 2)).page();
        assertThat(page).contains("未登録", "変更前").doesNotContain("name=\"once\"");
        assertThat(reveals(clerk)).isEmpty();
    }

    @Test
    void othersAreRefused() throws SQLException {
        var there = sheets.path(ELSEWHERE, 0) + "/number";
        var once = Sheets.once(sheets.get(clerk.guest(), sheets.path(HERE, 0)));
        var reply = sheets.post(clerk.guest(), there, "once", once, "purpose", "P-03", "caseReference", "R8-1");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(sheets.since(mark, clerk.account()))
                .contains("registration-refused|-|{\"act\":\"reveal-number\",\"reason\":\"other-association\"}");
        var manager = sheets.office.present(HERE, AccountRole.USER_MANAGER, "general");
        var auditor = sheets.office.present(HERE, AccountRole.AUDITOR, "audit");
        var officer = sheets.office.present(0, AccountRole.FEDERATION_OFFICER, "tax");
        for (var other : List.of(manager, auditor, officer)) {
            other.guest().get("/");
            assertThat(reveal(other, 0, "x", "P-03", "R8-1").status()).isEqualTo(403);
            assertThat(reveals(other)).isEmpty();
        }
    }

    private Reply question(int person) throws SQLException {
        var once = Sheets.once(sheets.get(tax.guest(), sheets.path(HERE, person)));
        return reveal(tax, person, once, "P-08", "R8-0050");
    }

    private Reply reveal(Present who, int person, String once, String row, String reference) throws SQLException {
        return sheets.post(
                who.guest(),
                sheets.path(HERE, person) + "/number",
                "once",
                once,
                "purpose",
                row,
                "caseReference",
                reference);
    }

    private Reply signed(int person, String reference, String credential) throws SQLException {
        return signedAs("P-08", person, reference, credential);
    }

    private Reply signedAs(String row, int person, String reference, String credential) throws SQLException {
        return sheets.post(
                tax.guest(),
                sheets.path(HERE, person) + "/number/signed",
                "purpose",
                row,
                "caseReference",
                reference,
                "credential",
                credential);
    }

    private List<String> reveals(Present who) throws SQLException {
        return sheets.since(mark, who.account()).stream()
                .filter(line -> line.matches("(number-revealed|reveal-refused|purpose-refused).*"))
                .toList();
    }

    private static String grouped(int person) {
        var digits = InventedFiles.digits(HERE, person);
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }
}
