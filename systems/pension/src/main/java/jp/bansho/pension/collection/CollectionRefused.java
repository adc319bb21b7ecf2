package jp.bansho.pension.collection;

import java.util.List;
import java.util.stream.Collectors;
import jp.bansho.machine.Refused;
import jp.bansho.pension.members.Problem;

/// A file of the special collection is not taken in, or not answered; nothing of it was.
public final class CollectionRefused extends Refused {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final long found;
    private final transient List<Problem> problems;

    private CollectionRefused(String reason, String english, String japanese, long found, List<Problem> problems) {
        super(reason, english, japanese);
        this.found = found;
        this.problems = problems;
    }

    /// How many problems there are.
    public long found() {
        return found;
    }

    /// What is wrong, by record and field; the first hundred.
    public List<Problem> problems() {
        return problems;
    }

    static CollectionRefused rows(List<Problem> problems, long all) {
        var shown = problems.stream().limit(SHOWN).map(Problem::sentence).collect(Collectors.joining("\n"));
        return new CollectionRefused(
                "rows-wrong",
                all + " problems in the file, nothing was taken in (line: record, column: field)\n" + shown,
                "ファイルに" + all + "件の誤りがあり、何も取り込んでいません（行: レコード、列: 項目）",
                all,
                problems);
    }

    static CollectionRefused taken(long file) {
        return plain(
                "taken-in-before", "this file was taken in before, as F-" + file, "このファイルは F-" + file + " として取り込み済みです");
    }

    static CollectionRefused empty() {
        return plain("nothing-in-it", "the file holds nothing", "ファイルが空です");
    }

    static CollectionRefused unreadable() {
        return plain("not-readable", "the file cannot be read", "ファイルを読めません");
    }

    static CollectionRefused nothingThere() {
        return plain("nothing-there", "there is no such file, or the folder holds none", "ファイルがないか、フォルダーが空です");
    }

    static CollectionRefused collector() {
        return plain(
                "collector-missing",
                "special-collection.properties in the home folder is missing, or does not say `collector = 999`",
                "ホームの special-collection.properties がないか、特別徴収義務者コード（collector = 3桁）がありません");
    }

    static CollectionRefused notTakenIn() {
        return plain(
                "not-taken-in", "this file was not taken in, or was changed since", "このファイルは取り込まれていないか、その後変更されています");
    }

    static CollectionRefused folder() {
        return plain("outbox-missing", "the outbox is not an existing folder", "出力先のフォルダーがありません");
    }

    static CollectionRefused outboxTaken() {
        return plain(
                "outbox-taken", "something else lies in the outbox under the answer's name", "出力先に同じ名前の別のファイルがあります");
    }

    static CollectionRefused changedMeanwhile() {
        return plain(
                "changed-meanwhile",
                "the file changed while it was read; start again",
                "読み取り中にファイルが変更されました。もう一度実行してください");
    }

    static CollectionRefused selfCheck(String english, String japanese) {
        return plain(
                "self-check",
                "the answer was read again and differs (" + english + "); nothing was delivered",
                "回答ファイルの再読込みで差異が見つかりました（" + japanese + "）。出力していません");
    }

    static CollectionRefused year() {
        return plain("tax-year-wrong", "the tax year is 2016 to 2099", "年分は2016～2099です");
    }

    private static CollectionRefused plain(String reason, String english, String japanese) {
        return new CollectionRefused(reason, english, japanese, 0, List.of());
    }
}
