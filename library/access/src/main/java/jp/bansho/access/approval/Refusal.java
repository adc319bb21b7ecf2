package jp.bansho.access.approval;

import java.util.Locale;
import jp.bansho.access.AccessRefused;

/// Why something about approvals is refused, and what the person at the screen reads.
enum Refusal {
    NOT_FROM_HERE("your organisation cannot apply for this", "あなたの組織からは申請できない種類です"),
    TEXT_MISSING("a purpose, a case reference, a reason and the content are needed", "目的、事案番号、理由、申請内容を入力してください"),
    TEXT_TOO_LONG("a text is too long", "入力が長すぎます"),
    TEXT_UNREADABLE("a text contains characters that nobody can see", "表示されない文字（制御文字など）が含まれています"),
    NUMBER_IN_TEXT("no Individual Number may be written here: twelve digits stand alone", "個人番号は書けません（12桁の数字が含まれています）"),
    NOTE_MISSING("say why you refuse", "却下の理由を入力してください"),
    NO_SUCH_APPLICATION("there is no such application for you", "該当する申請がありません"),
    NOT_DECIDED_HERE("another organisation decides this", "この申請は他の組織が承認します"),
    OWN_APPLICATION("nobody decides their own application", "自分の申請は自分では承認・却下できません"),
    SAME_PERSON("nobody decides their own application, under another account either", "別の利用者IDを使っても、自分の申請は承認・却下できません"),
    SAME_NAME("the applicant has your name; somebody of another name must decide", "申請者と同姓同名です。別の人が承認・却下してください"),
    NOT_THE_APPLICANT("only the applicant withdraws an application", "申請を取り下げられるのは申請者だけです"),
    ALREADY_DECIDED("it is decided already", "既に承認または却下されています"),
    WITHDRAWN("it was withdrawn", "取り下げられた申請です"),
    TOO_LATE("its time has run out; apply again", "期限が切れました。改めて申請してください"),
    NOT_DECIDED("it is not approved yet", "まだ承認されていません"),
    REFUSED("it was refused", "却下された申請です"),
    ALREADY_EXECUTED("it was executed already; an approval is good for once", "既に実施済みです。承認で実施できるのは1回だけです"),
    OTHER_KIND("this was approved for something else", "承認された操作と種類が異なります"),
    OTHER_PAYLOAD("what is to be done is not exactly what was approved; apply again", "承認された内容と一致しません。改めて申請してください");

    private final String english;
    private final String japanese;

    Refusal(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    AccessRefused refused() {
        return new AccessRefused(word(), english, japanese);
    }
}
