package jp.bansho.numbers.registry.web;

import static jp.bansho.numbers.registry.web.Sheets.ELSEWHERE;
import static jp.bansho.numbers.registry.web.Sheets.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.testing.Guest.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Finding a person and the sheet of a person: a purpose first, no number anywhere.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryScreensTest {

    private Sheets sheets;
    private Present clerk;

    @BeforeAll
    void open() throws SQLException {
        sheets = new Sheets();
        clerk = sheets.office.present(HERE, AccountRole.CLERK, "pension");
    }

    @AfterAll
    void close() {
        sheets.close();
    }

    @Test
    void oneHitLeadsToThePersonAndEverythingIsOnRecord() throws SQLException {
        var mark = sheets.mark();
        var reply = sheets.find(clerk.guest(), HERE, 0, "P-03");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).endsWith(sheets.path(HERE, 0));
        var page = sheets.get(clerk.guest(), sheets.path(HERE, 0));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page())
                .contains("NUM-0302", InventedFiles.userNumber(HERE, 0), "年金受給権者", "個人番号利用事務")
                .contains("●●●● ●●●● ●●●●", "登録済", "本人確認情報の照会", "P-03　年金の支給", clerk.account())
                .doesNotContain(InventedFiles.digits(HERE, 0));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(sheets.since(mark, clerk.account()))
                .hasSize(3)
                .startsWith(
                        "person-found|P-03:pension-payment|{\"identifier\":\"USER_NUMBER\"}",
                        "person-shown|P-03:pension-payment|{}")
                .last()
                .asString()
                .startsWith("uses-shown|P-03:pension-payment|{\"records\":");
    }

    @Test
    void nobodyFoundSaysWhatToTryNext() throws SQLException {
        var mark = sheets.mark();
        var reply = sheets.find(clerk.guest(), HERE, 77, "P-03");
        assertThat(reply.location()).endsWith("/people/found");
        assertThat(sheets.get(clerk.guest(), "/people/found").page())
                .contains("0件見つかりました", "検索し直す", "ほかの種類の番号")
                .doesNotContain(InventedFiles.userNumber(HERE, 77));
        assertThat(sheets.since(mark, clerk.account()))
                .containsExactly("person-not-found|P-03:pension-payment|{\"identifier\":\"USER_NUMBER\"}");
    }

    @Test
    void aSearchWithoutAPurposeOrWithAnothersPurposeFindsNobody() throws SQLException {
        var mark = sheets.mark();
        var without = sheets.find(clerk.guest(), HERE, 0, "");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.page())
                .contains("利用目的を選んでください", InventedFiles.userNumber(HERE, 0))
                .contains("aria-invalid=\"true\"");
        var other = sheets.find(clerk.guest(), HERE, 0, "P-10");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.page()).contains("あなたの所属の事務ではありません");
        assertThat(sheets.find(clerk.guest(), HERE, 0, "P-99").page()).contains("該当する事務がありません");
        assertThat(sheets.since(mark, clerk.account()))
                .containsExactly(
                        "search-refused|P-10:withholding-slip|{\"identifier\":\"USER_NUMBER\",\"row\":\"P-10\"}",
                        "search-refused|no-row|{\"identifier\":\"USER_NUMBER\",\"row\":\"no-row\"}");
    }

    @Test
    void whomThePurposeDoesNotConcernTheSearchDoesNotShow() throws SQLException {
        var mark = sheets.mark();
        sheets.find(clerk.guest(), HERE, 5, "P-03");
        assertThat(sheets.get(clerk.guest(), "/people/found").page())
                .contains("ほかに1件ありますが")
                .doesNotContain(InventedFiles.userNumber(HERE, 5));
        assertThat(sheets.get(clerk.guest(), sheets.path(HERE, 5)).status()).isEqualTo(403);
        assertThat(clerk.guest().page()).contains("この種別の人を対象としていません").doesNotContain(InventedFiles.userNumber(HERE, 5));
        assertThat(sheets.since(mark, clerk.account()))
                .containsExactly(
                        "search-refused|P-03:pension-payment|{\"identifier\":\"USER_NUMBER\",\"row\":\"P-03\"}",
                        "purpose-refused|P-03:pension-payment|{\"act\":\"see\",\"row\":\"P-03\"}");
    }

    @Test
    void everyIdentifierFindsAndIsReadAsPeopleTypeIt() throws SQLException {
        var tax = sheets.office.present(HERE, AccountRole.CLERK, "tax");
        tax.guest().get("/people");
        var reply = sheets.post(
                tax.guest(), "/people/find", "by", "OWN_NUMBER", "sought", " Ｋ０００ ０００５ ", "purpose", "P-08");
        assertThat(reply.location()).endsWith(sheets.path(HERE, 5));
        assertThat(sheets.get(tax.guest(), sheets.path(HERE, 5)).page())
                .contains("扶養控除対象者", "個人番号関係事務", "K0000005", "扶養控除対象者ファイル");
        tax.guest().get("/people");
        for (var by : new String[] {"CERTIFICATE_NUMBER", "BASIC_PENSION_NUMBER", "PAYROLL_NUMBER"}) {
            assertThat(sheets.post(tax.guest(), "/people/find", "by", by, "sought", "1234-567890", "purpose", "P-08")
                            .location())
                    .as(by)
                    .endsWith("/people/found");
        }
    }

    @Test
    void aNumberFindsItsPersonAndIsNeverShownAgain() throws SQLException {
        var mark = sheets.mark();
        clerk.guest().get("/people");
        var digits = InventedFiles.digits(HERE, 1);
        var typed = digits.substring(0, 4) + "－" + digits.substring(4, 8) + "　" + digits.substring(8);
        var reply =
                sheets.post(clerk.guest(), "/people/seek", "number", typed, "seekPurpose", "P-03", "seekCase", "R8-7");
        assertThat(reply.location()).endsWith(sheets.path(HERE, 1));
        var page = sheets.get(clerk.guest(), sheets.path(HERE, 1)).page();
        assertThat(page).contains("R8-7");

        clerk.guest().get("/people");
        sheets.post(
                clerk.guest(),
                "/people/seek",
                "number",
                InventedFiles.digits(HERE, 80),
                "seekPurpose",
                "P-03",
                "seekCase",
                "R8-8");
        assertThat(sheets.get(clerk.guest(), "/people").page()).contains("この組合には登録されていません");
        assertThat(sheets.since(mark, clerk.account()))
                .containsExactly(
                        "number-sought|P-03:pension-payment|{\"caseReference\":\"R8-7\",\"found\":true}",
                        "person-shown|P-03:pension-payment|{}",
                        sheets.since(mark, clerk.account()).get(2),
                        "number-sought|P-03:pension-payment|{\"caseReference\":\"R8-8\",\"found\":false}");
        assertNoNumber(1);
        assertNoNumber(80);
    }

    @Test
    void aWrongNumberIsExplainedAndGoneFromThePage() throws SQLException {
        clerk.guest().get("/people");
        var digits = InventedFiles.digits(HERE, 1);
        var slip = digits.substring(0, 11) + (digits.charAt(11) == '9' ? '0' : (char) (digits.charAt(11) + 1));
        var reply =
                sheets.post(clerk.guest(), "/people/seek", "number", slip, "seekPurpose", "P-03", "seekCase", "R8-7");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page()).contains("12桁目（検査用数字）が合いません", "R8-7").doesNotContain(slip);
        for (var wrong : new String[] {"", "12345", "000000000000", "12345678901x"}) {
            assertThat(sheets.post(
                                    clerk.guest(),
                                    "/people/seek",
                                    "number",
                                    wrong,
                                    "seekPurpose",
                                    "P-03",
                                    "seekCase",
                                    "R8-7")
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    @Test
    void aNumberInAnotherFieldIsRefusedAndGone() throws SQLException {
        var digits = InventedFiles.digits(HERE, 2);
        clerk.guest().get("/people");
        var sought = sheets.post(
                clerk.guest(), "/people/find", "by", "CERTIFICATE_NUMBER", "sought", digits, "purpose", "P-03");
        assertThat(sought.status()).isEqualTo(422);
        assertThat(sought.page()).contains("この欄では検索できません");
        var reference = sheets.post(
                clerk.guest(),
                "/people/seek",
                "number",
                digits,
                "seekPurpose",
                "P-03",
                "seekCase",
                digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8));
        assertThat(reference.status()).isEqualTo(422);
        assertThat(reference.page()).contains("事案番号に12桁の番号は使えません");
        assertNoNumber(2);
    }

    @Test
    void aNumberSearchNeedsACase() {
        clerk.guest().get("/people");
        var reply = sheets.post(
                clerk.guest(), "/people/seek", "number", InventedFiles.digits(HERE, 1), "seekPurpose", "P-03");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page()).contains("事案番号を入力してください");
    }

    @Test
    void withoutAPurposeInHandThePersonIsNotShown() throws SQLException {
        var fresh = sheets.office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        var mark = sheets.mark();
        var ask = sheets.get(fresh.guest(), sheets.path(HERE, 0));
        assertThat(ask.page()).contains("利用目的の確認").doesNotContain(InventedFiles.userNumber(HERE, 0));
        assertThat(sheets.since(mark, fresh.account())).isEmpty();
        var wrong = sheets.post(fresh.guest(), sheets.path(HERE, 0) + "/purpose", "purpose", "");
        assertThat(wrong.status()).isEqualTo(422);
        var named = sheets.post(
                fresh.guest(), sheets.path(HERE, 0) + "/purpose", "purpose", "P-01", "caseReference", "R8-1");
        assertThat(named.location()).endsWith(sheets.path(HERE, 0));
        assertThat(sheets.get(fresh.guest(), sheets.path(HERE, 0)).page()).contains("P-01　年金の決定（受給権者）");
    }

    @Test
    void anotherAssociationsPersonIsNowhere() throws SQLException {
        sheets.find(clerk.guest(), HERE, 0, "P-03");
        var mark = sheets.mark();
        var there = sheets.path(ELSEWHERE, 0);
        var exists = sheets.get(clerk.guest(), there);
        var missing = sheets.get(clerk.guest(), "/people/" + ELSEWHERE + "/999999");
        assertThat(exists.status()).isEqualTo(403).isEqualTo(missing.status());
        assertThat(words(exists)).isEqualTo(words(missing));
        var handle = sheets.get(clerk.guest(), "/people/" + HERE + "/" + sheets.subject(ELSEWHERE, 0));
        var nobody = sheets.get(clerk.guest(), "/people/" + HERE + "/999999");
        assertThat(handle.status()).isEqualTo(404).isEqualTo(nobody.status());
        assertThat(words(handle)).isEqualTo(words(nobody));
        assertThat(sheets.since(mark, clerk.account()))
                .hasSize(4)
                .startsWith("registration-refused|-|{\"act\":\"see\",\"reason\":\"other-association\"}")
                .endsWith("registration-refused|P-03:pension-payment|{\"act\":\"see\",\"reason\":\"not-there\"}");
        // the form's association means nothing to somebody of an association
        var reply = sheets.find(clerk.guest(), ELSEWHERE, 0, "P-03");
        assertThat(reply.location()).endsWith("/people/found");
        assertThat(sheets.get(clerk.guest(), "/people/found").page()).contains("0件見つかりました");
    }

    @Test
    void theFederationChoosesTheAssociationAndSeesNoNumber() throws SQLException {
        var officer = sheets.office.present(0, AccountRole.FEDERATION_OFFICER, "tax");
        assertThat(sheets.get(officer.guest(), "/people").page())
                .contains("name=\"association\"")
                .doesNotContain("name=\"number\"");
        assertThat(sheets.post(officer.guest(), "/people/find", "by", "USER_NUMBER", "sought", "1", "purpose", "P-10")
                        .page())
                .contains("構成組合を選んでください");
        assertThat(sheets.find(officer.guest(), ELSEWHERE, 0, "P-10").location())
                .endsWith(sheets.path(ELSEWHERE, 0));
        var page = sheets.get(officer.guest(), sheets.path(ELSEWHERE, 0));
        assertThat(page.page())
                .contains(InventedFiles.userNumber(ELSEWHERE, 0), "個人番号を表示する権限がありません")
                .doesNotContain("name=\"once\"");
        assertThat(sheets.post(officer.guest(), "/people/seek", "number", InventedFiles.digits(ELSEWHERE, 0))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoHasNoRightIsRefused() throws SQLException {
        for (var role : new AccountRole[] {AccountRole.AUDITOR, AccountRole.USER_MANAGER}) {
            var other = sheets.office.present(HERE, role, role == AccountRole.AUDITOR ? "audit" : "general");
            assertThat(sheets.get(other.guest(), "/people").status()).isEqualTo(403);
            assertThat(sheets.get(other.guest(), sheets.path(HERE, 0)).status()).isEqualTo(403);
            other.guest().get("/");
            assertThat(sheets.find(other.guest(), HERE, 0, "P-03").status()).isEqualTo(403);
        }
        var operations = sheets.office.present(100, AccountRole.OPERATIONS_MANAGER, "operation");
        assertThat(sheets.get(operations.guest(), sheets.path(HERE, 0)).status())
                .isEqualTo(403);
    }

    /// A page but for its tokens and the address that was asked for.
    private static String words(Reply reply) {
        return reply.page().replaceAll("(name=\"_csrf\"|name=\"csrf\"|name=\"back\")[^>]*>", "$1>");
    }

    private void assertNoNumber(int person) throws SQLException {
        var digits = InventedFiles.digits(HERE, person);
        var grouped = digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
        for (var reply : sheets.replies()) {
            assertThat(reply.page() + reply.location() + reply.headers().map())
                    .doesNotContain(digits)
                    .doesNotContain(grouped);
        }
        assertThat(sheets.record()).doesNotContain(digits).doesNotContain(grouped);
    }
}
