package jp.bansho.numbers.intake;

import java.util.Locale;

/// Why a work item was not decided: a name for the record, a sentence for the person.
public enum DecisionRefusal {
    PURPOSE("The table of purposes does not allow it.", "利用目的の表により許可されていません。"),
    NOT_THERE("There is no such work item.", "該当する作業がありません。"),
    DECIDED_ALREADY("Somebody has decided this already.", "この作業はすでに決定されています。"),
    JOB_RUNNING(
            "A file of this association is being registered. Try again when that job has ended.",
            "この組合の一括登録が実行中です。終わってからもう一度操作してください。"),
    NOT_A_CHOICE("This cannot be decided about such an item.", "この作業では選択できない決定です。"),
    NOTE_MISSING("This decision needs a note.", "この決定には理由の記入が必要です。"),
    NOTE_HOLDS_A_NUMBER("A note may not hold an Individual Number.", "理由欄に個人番号を書くことはできません。"),
    OVERTAKEN("The number does not wait for a decision any more.", "この個人番号は、すでに決定を待つ状態ではありません。"),
    OTHER_IN_USE(
            "Somebody else holds the number. Only when that person has been deleted as registered by mistake can it be taken over.",
            "この個人番号は他の人に登録されています。その人が誤登録として削除された後でなければ採用できません。"),
    NO_PENSION_USE(
            "The person’s number is not kept for pension work, so no period begins with a death.",
            "この人の個人番号は年金の事務では保有していないため、死亡による保存期間はありません。"),
    NEEDS_PERSON(
            "Nobody is registered under this user number. Register the person first.", "この利用番号の人は未登録です。先に個別に登録してください。");

    private final String english;
    private final String japanese;

    DecisionRefusal(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /// The name in the record.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What an English reader is told.
    public String english() {
        return english;
    }

    /// What a Japanese reader is told.
    public String japanese() {
        return japanese;
    }
}
