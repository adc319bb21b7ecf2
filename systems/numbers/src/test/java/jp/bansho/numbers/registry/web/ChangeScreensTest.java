package jp.bansho.numbers.registry.web;

import static jp.bansho.numbers.registry.web.Sheets.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import jp.bansho.numbers.InventedFiles;
import org.junit.jupiter.api.Test;

/// Changing, comparing and deleting one by one: entry, second look, done.
class ChangeScreensTest extends AtTheForms {

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
}
