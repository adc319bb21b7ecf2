package jp.bansho.numbers.registry.web;

import static jp.bansho.numbers.registry.web.Sheets.ELSEWHERE;
import static jp.bansho.numbers.registry.web.Sheets.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.InventedFiles;
import org.junit.jupiter.api.Test;

/// Registering one by one: entry, second look, done; who is refused.
class RegisterScreensTest extends AtTheForms {

    @Test
    void aRecipientIsRegisteredAfterASecondLook() throws SQLException {
        var confirm = register(clerk, "P-01", "RECIPIENT", 20, InventedFiles.digits(HERE, 20), "");
        assertThat(confirm.status()).isEqualTo(200);
        assertThat(confirm.page())
                .contains("NUM-0304", grouped(20), InventedFiles.userNumber(HERE, 20), "P-01　年金の決定（受給権者）")
                .doesNotContain(InventedFiles.digits(HERE, 20));
        assertThat(sheets.since(mark, clerk.account())).isEmpty();

        var done = sheets.post(clerk.guest(), "/people/new/done", "key", key(confirm));
        assertThat(done.location()).endsWith(sheets.path(HERE, 20));
        assertThat(sheets.get(clerk.guest(), sheets.path(HERE, 20)).page())
                .contains("登録しました", "業務端末での入力", "●●●● ●●●● ●●●●");
        assertThat(sheets.since(mark, clerk.account()).subList(0, 2))
                .containsExactly(
                        "person-registered|P-01:pension-determination|{\"kind\":\"recipient\"}",
                        "number-registered|P-01:pension-determination|{\"generation\":1}");

        // the same page again, by the way back or a second click
        var again = sheets.post(clerk.guest(), "/people/new/done", "key", key(confirm));
        assertThat(again.location()).endsWith("/people/new");
        assertThat(sheets.get(clerk.guest(), "/people/new").page()).contains("この画面での操作は終わっているか");
        assertThat(sheets.look(clerk.guest(), "/people/new/done").location()).endsWith("/people/new");
        assertOnlyConfirmed(20, confirm);
    }

    @Test
    void anEntryFormWorksOnce() {
        var once = Sheets.once(sheets.get(clerk.guest(), "/people/new"));
        assertThat(entry(clerk, once, "P-01", "RECIPIENT", 21, InventedFiles.digits(HERE, 21), "")
                        .status())
                .isEqualTo(200);
        var again = entry(clerk, once, "P-01", "RECIPIENT", 21, InventedFiles.digits(HERE, 21), "");
        assertThat(again.status()).isEqualTo(302);
    }

    @Test
    void goingBackToCorrectKeepsEverythingButTheNumber() {
        var confirm = register(clerk, "P-01", "RECIPIENT", 22, InventedFiles.digits(HERE, 22), "");
        var back = sheets.post(clerk.guest(), "/people/new/done", "key", key(confirm), "correct", "true");
        assertThat(back.page())
                .contains("新しい人の登録", InventedFiles.userNumber(HERE, 22))
                .doesNotContain(grouped(22))
                .doesNotContain(InventedFiles.digits(HERE, 22));
    }

    @Test
    void slipsAreSaidBesideTheirFieldsAndTheNumberIsGone() {
        var digits = InventedFiles.digits(HERE, 23);
        var other = InventedFiles.digits(HERE, 24);
        var reply = register(tax, "", "", -1, digits, other);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page())
                .contains("利用目的を選んでください", "種別を選んでください", "利用番号を入力してください")
                .contains("1回目と2回目の個人番号が一致しません")
                .doesNotContain(digits)
                .doesNotContain(other);
        assertThat(register(tax, "P-08", "DEPENDANT", 23, digits, "").page())
                .contains("扶養控除対象者の個人番号は、確認のためもう一度入力するか")
                .doesNotContain(digits);
        assertThat(register(tax, "P-08", "DEPENDANT", 23, digits.substring(1), digits)
                        .page())
                .contains("12桁で入力してください");
        var once = Sheets.once(sheets.get(clerk.guest(), "/people/new"));
        var misplaced = sheets.post(
                clerk.guest(),
                "/people/new",
                "once",
                once,
                "purpose",
                "P-01",
                "kind",
                "RECIPIENT",
                "userNumber",
                InventedFiles.userNumber(HERE, 23),
                "ownNumber",
                digits,
                "number",
                digits);
        assertThat(misplaced.status()).isEqualTo(422);
        assertThat(misplaced.page()).contains("共済組合独自番号がこの組合の形式と一致しません").doesNotContain(digits);
    }

    @Test
    void aDependantIsRegisteredWithANumberTypedTwice() throws SQLException {
        var digits = InventedFiles.digits(HERE, 25);
        var confirm =
                register(tax, "P-08", "DEPENDANT", 25, digits, digits.substring(0, 4) + "-" + digits.substring(4));
        assertThat(confirm.page()).contains(grouped(25));
        assertThat(sheets.post(tax.guest(), "/people/new/done", "key", key(confirm))
                        .location())
                .endsWith(sheets.path(HERE, 25));
    }

    @Test
    void aPurposeThatDoesNotAllowItIsRefusedAndOnRecord() throws SQLException {
        var reply = register(clerk, "P-03", "RECIPIENT", 26, InventedFiles.digits(HERE, 26), "");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.page()).contains("登録・変更・削除はできません").doesNotContain(grouped(26));
        assertThat(register(clerk, "P-01", "SPOUSE", 26, InventedFiles.digits(HERE, 26), "")
                        .status())
                .isEqualTo(403);
        assertThat(sheets.since(mark, clerk.account()))
                .containsExactly(
                        "purpose-refused|P-03:pension-payment|{\"act\":\"register\",\"row\":\"P-03\"}",
                        "purpose-refused|P-01:pension-determination|{\"act\":\"register\",\"row\":\"P-01\"}");
    }

    @Test
    void whatSomebodyElseHoldsIsNotOverwritten() throws SQLException {
        var taken = register(clerk, "P-01", "RECIPIENT", 0, InventedFiles.digits(HERE, 27), "");
        var reply = sheets.post(clerk.guest(), "/people/new/done", "key", key(taken));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.page()).contains("この利用番号の人はすでに登録されています").doesNotContain(grouped(27));

        var held = register(clerk, "P-01", "RECIPIENT", 28, InventedFiles.digits(HERE, 0), "");
        var second = sheets.post(clerk.guest(), "/people/new/done", "key", key(held));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page()).contains("他の人に登録済みです");
        sheets.find(clerk.guest(), HERE, 0, "P-03");
        assertThat(sheets.get(clerk.guest(), sheets.path(HERE, 0)).page()).contains("他の人に登録済みの番号");
    }

    @Test
    void othersAreRefused() throws SQLException {
        var there = sheets.path(ELSEWHERE, 0);
        for (var form : List.of("/identifiers", "/change", "/compare")) {
            assertThat(sheets.get(clerk.guest(), there + form).status())
                    .as(form)
                    .isEqualTo(403);
            var own = sheets.look(senior.guest(), "/people/" + HERE + "/999999" + form);
            assertThat(own.status()).as(form).isIn(302, 404);
        }
        var officer = sheets.office.present(0, AccountRole.FEDERATION_OFFICER, "tax");
        var auditor = sheets.office.present(HERE, AccountRole.AUDITOR, "audit");
        for (var other : List.of(officer, auditor)) {
            assertThat(sheets.get(other.guest(), "/people/new").status()).isEqualTo(403);
            assertThat(sheets.get(other.guest(), sheets.path(HERE, 0) + "/change")
                            .status())
                    .isEqualTo(403);
            other.guest().get("/");
            assertThat(sheets.post(other.guest(), "/people/new/done", "key", "x")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoComesInAfterSomebodyElseFindsNothingOfThem() throws SQLException {
        var confirm = register(clerk, "P-01", "RECIPIENT", 50, InventedFiles.digits(HERE, 50), "");
        var other = sheets.office.present(HERE, AccountRole.CLERK, "pension");
        other.guest().get("/people/new");
        assertThat(sheets.post(other.guest(), "/people/new/done", "key", key(confirm))
                        .location())
                .endsWith("/people/new");
        assertThat(sheets.since(mark, other.account())).isEmpty();
    }

    @Test
    void everyPageReadsInEnglish() throws SQLException {
        var reader = sheets.office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        reader.guest().post("/language", "language", "en");
        sheets.find(reader.guest(), HERE, 0, "P-01");
        var path = sheets.path(HERE, 0);
        var titles = new ArrayList<String>();
        for (var page : List.of(
                "/people",
                "/people/found",
                "/people/new",
                path,
                path + "/purpose",
                path + "/identifiers",
                path + "/change",
                path + "/compare",
                path + "/delete",
                "/people/" + HERE + "/999999")) {
            var reply = sheets.get(reader.guest(), page);
            assertThat(reply.page()).as(page).contains("lang=\"en\"").doesNotContain("??");
            var title = reply.page().indexOf("<title>");
            titles.add(reply.page().substring(title + 7, reply.page().indexOf('｜', title)));
        }
        assertThat(titles)
                .containsExactly(
                        "Find a person",
                        "Result of the search",
                        "Register a new person",
                        "A person’s record",
                        "Purpose",
                        "Change identifiers",
                        "Change the Individual Number",
                        "Compare with the declaration",
                        "Delete what was registered by mistake",
                        "Nobody is there");
        var confirm = register(reader, "P-01", "RECIPIENT", 60, InventedFiles.digits(HERE, 60), "");
        assertThat(confirm.page())
                .contains("What will be registered", "Leave it undone")
                .doesNotContain("??");
    }
}
