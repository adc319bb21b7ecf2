package jp.bansho.jlis.line;

import jp.bansho.machine.Refused;

/// The line is not opened, and why.
public final class LineRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private LineRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static LineRefused noAskers() {
        return new LineRefused(
                "no-askers",
                "nobody may ask: askers.tsv in the home folder names no certificate; run: bansho jlis askers add",
                "照会元の証明書が登録されていません（askers.tsv）。bansho jlis askers add を実行してください");
    }

    static LineRefused askers(String what) {
        return new LineRefused("askers", "askers.tsv is not readable: " + what, "askers.tsv（照会元の一覧）が読めません: " + what);
    }

    static LineRefused key() {
        return new LineRefused(
                "line-key",
                "the key of the line cannot be read or made; run: bansho jlis init",
                "回線用の鍵を読み込みまたは作成できません。bansho jlis init を実行してください");
    }
}
