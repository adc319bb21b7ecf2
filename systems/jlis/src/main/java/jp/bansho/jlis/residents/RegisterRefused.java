package jp.bansho.jlis.residents;

import jp.bansho.machine.Refused;

/// The register was not changed, and why.
public final class RegisterRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private RegisterRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static RegisterRefused notEmpty() {
        return new RegisterRefused(
                "not-empty",
                "the register holds residents already; it is loaded once",
                "既に本人確認情報が登録されています。読み込みは一度だけです");
    }

    static RegisterRefused twice() {
        return new RegisterRefused(
                "twice",
                "an Individual Number or a resident record code stands in the file twice; nothing was taken in",
                "個人番号または住民票コードがファイル内で重複しています。何も登録していません");
    }

    static RegisterRefused empty() {
        return new RegisterRefused("empty", "the file holds no record", "ファイルにレコードがありません");
    }

    static RegisterRefused rows(RowFindings findings) {
        return new RegisterRefused(
                "rows",
                findings.count() + " findings in the file, nothing was taken in: " + findings.english(),
                "ファイルに誤りが " + findings.count() + " 件あり、何も登録していません: " + findings.japanese());
    }

    static RegisterRefused fault(Fault fault) {
        return new RegisterRefused("event", fault.english(), fault.japanese());
    }
}
