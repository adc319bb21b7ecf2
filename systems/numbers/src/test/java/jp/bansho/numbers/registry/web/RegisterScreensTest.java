package jp.bansho.numbers.registry.web;

import static jp.bansho.numbers.registry.web.Sheets.ELSEWHERE;
import static jp.bansho.numbers.registry.web.Sheets.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.terminal.Guest;
import jp.bansho.numbers.terminal.Guest.Reply;
import jp.bansho.numbers.terminal.Office.Present;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Entry, second look, done: registering, changing, comparing and deleting one by one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterScreensTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private Sheets sheets;
    private Present clerk;
    private Present senior;
    private Present tax;
    private long mark;

    @BeforeAll
    void open() throws SQLException {
        sheets = new Sheets();
        clerk = sheets.office.present(HERE, AccountRole.CLERK, "pension");
        senior = sheets.office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        tax = sheets.office.present(HERE, AccountRole.CLERK, "tax");
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
    void identifiersChangeAfterOldAndNewWereCompared() throws SQLException {
        sheets.find(clerk.guest(), HERE, 1, "P-01");
        var path = sheets.path(HERE, 1);
        var form = sheets.get(clerk.guest(), path + "/identifiers");
        assertThat(form.page()).contains("NUM-0305", InventedFiles.userNumber(HERE, 1));
        var confirm = identifiers(clerk, path, Sheets.once(form), 1, "Ｋ０００００７７", "1234-567890");
        assertThat(confirm.page()).contains("K0000077", "1234-567890", "変更あり", "（記録なし）");
        var done = sheets.post(clerk.guest(), path + "/identifiers/done", "key", key(confirm));
        assertThat(done.location()).endsWith(path);
        assertThat(sheets.get(clerk.guest(), path).page()).contains("識別番号を変更しました", "K0000077");
        assertThat(sheets.since(mark, clerk.account()))
                .contains("identifiers-changed|P-01:pension-determination|"
                        + "{\"fields\":[\"own-number\",\"basic-pension-number\"]}");
        assertThat(sheets.record()).doesNotContain("K0000077");
        assertThat(sheets.post(clerk.guest(), path + "/identifiers/done", "key", key(confirm))
                        .location())
                .endsWith(path);
    }

    @Test
    void whoComesSecondIsToldAndSeesWhatIsKeptNow() throws SQLException {
        sheets.find(clerk.guest(), HERE, 2, "P-01");
        sheets.find(senior.guest(), HERE, 2, "P-01");
        var path = sheets.path(HERE, 2);
        var first = Sheets.once(sheets.get(clerk.guest(), path + "/identifiers"));
        var second = Sheets.once(sheets.get(senior.guest(), path + "/identifiers"));
        var early = identifiers(clerk, path, first, 2, "K0000021", "");
        var late = identifiers(senior, path, second, 2, "K0000022", "");
        sheets.post(clerk.guest(), path + "/identifiers/done", "key", key(early));
        assertThat(sheets.post(senior.guest(), path + "/identifiers/done", "key", key(late))
                        .location())
                .endsWith(path);
        assertThat(sheets.get(senior.guest(), path).page())
                .contains("他の人がこの人の記録を変更しました", "K0000021")
                .doesNotContain("K0000022");
        assertThat(String.join("\n", sheets.since(mark, senior.account()))).contains("changed-meanwhile");
    }

    @Test
    void aNumberChangesWithAReasonAfterASecondLook() throws SQLException {
        sheets.find(clerk.guest(), HERE, 3, "P-06");
        var path = sheets.path(HERE, 3);
        var form = sheets.get(clerk.guest(), path + "/change");
        var missing = change(clerk, path, Sheets.once(form), "P-06", "", InventedFiles.digits(HERE, 30), "");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.page()).contains("理由を選んでください").doesNotContain(InventedFiles.digits(HERE, 30));
        var confirm =
                change(clerk, path, Sheets.once(missing), "P-06", "ON_REQUEST", InventedFiles.digits(HERE, 30), "");
        assertThat(confirm.page()).contains("NUM-0306", grouped(30), "本人の請求による変更");
        sheets.post(clerk.guest(), path + "/change/done", "key", key(confirm));
        assertThat(sheets.get(clerk.guest(), path).page())
                .contains("個人番号を登録しました", "変更前", "現在")
                .doesNotContain(grouped(30))
                .doesNotContain(grouped(3));
        assertThat(sheets.since(mark, clerk.account()))
                .contains("number-changed|P-06:number-registration|{\"generation\":2,\"reason\":\"ON_REQUEST\"}");

        var same = change(
                clerk,
                path,
                Sheets.once(sheets.get(clerk.guest(), path + "/change")),
                "P-06",
                "CORRECTION",
                InventedFiles.digits(HERE, 30),
                "");
        var refused = sheets.post(clerk.guest(), path + "/change/done", "key", key(same));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page()).contains("すでに登録されている個人番号と同じです").doesNotContain(grouped(30));
        assertOnlyConfirmed(30, confirm, same);
    }

    @Test
    void aDeclarationIsComparedAndNeitherNumberIsShown() throws SQLException {
        sheets.find(tax.guest(), HERE, 5, "P-08");
        var path = sheets.path(HERE, 5);
        assertThat(compare(path, InventedFiles.digits(HERE, 5))).contains("登録済みの番号と一致しました");
        assertThat(compare(path, InventedFiles.digits(HERE, 6))).contains("前回の申告の個人番号と一致しません");
        var form = sheets.get(tax.guest(), path + "/compare");
        var slip = sheets.post(
                tax.guest(), path + "/compare", "once", Sheets.once(form), "purpose", "P-08", "number", "123");
        assertThat(slip.status()).isEqualTo(422);
        assertThat(String.join("\n", sheets.since(mark, tax.account())))
                .contains("number-confirmed|P-08", "not-the-last");
        assertOnlyConfirmed(5);
        assertOnlyConfirmed(6);
    }

    @Test
    void whatWasRegisteredByMistakeIsDeletedByASeniorAfterASecondLook() throws SQLException {
        var confirmed = register(senior, "P-01", "RECIPIENT", 40, InventedFiles.digits(HERE, 40), "");
        sheets.post(senior.guest(), "/people/new/done", "key", key(confirmed));
        var path = sheets.path(HERE, 40);
        assertThat(sheets.get(senior.guest(), path).page()).contains("登録しました", path + "/delete");
        sheets.get(clerk.guest(), "/");
        assertThat(sheets.get(clerk.guest(), path + "/delete").status()).isEqualTo(403);
        var form = sheets.get(senior.guest(), path + "/delete");
        var missing = sheets.post(
                senior.guest(), path + "/delete", "once", Sheets.once(form), "purpose", "P-01", "reason", "");
        assertThat(missing.page()).contains("理由を選んでください");
        var confirm = sheets.post(
                senior.guest(),
                path + "/delete",
                "once",
                Sheets.once(missing),
                "purpose",
                "P-01",
                "reason",
                "WRONG_PERSON");
        assertThat(confirm.page()).contains("NUM-0307", "別人の登録", "元に戻せません", "button--danger");
        sheets.post(senior.guest(), path + "/delete/done", "key", key(confirm));
        assertThat(sheets.get(senior.guest(), path).page())
                .contains("誤登録として削除しました", "使用停止")
                .doesNotContain(path + "/delete");
        assertThat(sheets.look(senior.guest(), path + "/change").location()).endsWith(path);
        assertThat(sheets.find(senior.guest(), HERE, 40, "P-01").location()).endsWith("/people/found");
        assertThat(String.join("\n", sheets.since(mark, senior.account())))
                .contains("person-ended|P-01:pension-determination|{\"reason\":\"WRONG_PERSON\"}");
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

    private Reply register(Present who, String row, String kind, int person, String number, String second) {
        return entry(who, Sheets.once(sheets.get(who.guest(), "/people/new")), row, kind, person, number, second);
    }

    private Reply entry(Present who, String once, String row, String kind, int person, String number, String second) {
        return sheets.post(
                who.guest(),
                "/people/new",
                "once",
                once,
                "purpose",
                row,
                "kind",
                kind,
                "userNumber",
                person < 0 ? "" : InventedFiles.userNumber(HERE, person),
                "number",
                number,
                "second",
                second);
    }

    private Reply identifiers(Present who, String path, String once, int person, String own, String basic) {
        return sheets.post(
                who.guest(),
                path + "/identifiers",
                "once",
                once,
                "purpose",
                "P-01",
                "userNumber",
                InventedFiles.userNumber(HERE, person),
                "ownNumber",
                own,
                "basicPensionNumber",
                basic);
    }

    private Reply change(
            Present who, String path, String once, String row, String reason, String number, String second) {
        return sheets.post(
                who.guest(),
                path + "/change",
                "once",
                once,
                "purpose",
                row,
                "reason",
                reason,
                "number",
                number,
                "second",
                second);
    }

    private String compare(String path, String number) {
        Guest guest = tax.guest();
        var once = Sheets.once(sheets.get(guest, path + "/compare"));
        sheets.post(guest, path + "/compare", "once", once, "purpose", "P-08", "number", number);
        return sheets.get(guest, path).page();
    }

    private static String key(Reply reply) {
        var found = KEY.matcher(reply.page());
        if (!found.find()) {
            throw new IllegalStateException("no page to confirm: " + reply.status() + " " + reply.page());
        }
        return found.group(1);
    }

    private static String grouped(int person) {
        var digits = InventedFiles.digits(HERE, person);
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }

    /// The number is on the pages to compare it, and nowhere else: no other page, no address, no header, no record.
    private void assertOnlyConfirmed(int person, Reply... confirms) throws SQLException {
        var others = new ArrayList<>(sheets.replies());
        others.removeAll(List.of(confirms));
        for (var reply : others) {
            assertThat(reply.page() + reply.location() + reply.headers().map())
                    .doesNotContain(InventedFiles.digits(HERE, person))
                    .doesNotContain(grouped(person));
        }
        assertThat(sheets.record())
                .doesNotContain(InventedFiles.digits(HERE, person))
                .doesNotContain(grouped(person));
    }
}
