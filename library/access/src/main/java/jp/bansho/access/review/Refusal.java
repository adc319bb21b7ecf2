package jp.bansho.access.review;

import java.util.Locale;
import jp.bansho.access.AccessRefused;

/// Why something about reviews is refused, and what the person at the screen reads.
enum Refusal {
    NO_SUCH_REVIEW("there is no such review in your organisation", "あなたの組織にその点検はありません"),
    NO_SUCH_LINE("the review has no such user ID", "この点検にその利用者IDはありません"),
    OWN_LINE("somebody else must decide about your own user ID", "自分の利用者IDの点検は別の人が行ってください"),
    CLOSED("the review is closed", "この点検は完了しています"),
    NOTE_MISSING("say why it ends or what must be corrected", "失効または変更の理由を入力してください"),
    NOTE_TOO_LONG("the note is too long", "備考が長すぎます"),
    ALREADY_REVOKED("the user ID has ended already; the decision cannot be changed", "既に失効したため、判定を変更できません"),
    UNDECIDED_LINES("every user ID must be decided first", "未判定の利用者IDがあります"),
    RESULT_CHANGED(
            "the result changed after you looked at it; look again and sign again", "表示後に点検結果が変わりました。もう一度確認して署名してください"),
    EVIDENCE_MISSING("the signature is missing", "署名がありません");

    private final String english;
    private final String japanese;

    Refusal(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    AccessRefused refused() {
        return new AccessRefused(name().toLowerCase(Locale.ROOT).replace('_', '-'), english, japanese);
    }
}
