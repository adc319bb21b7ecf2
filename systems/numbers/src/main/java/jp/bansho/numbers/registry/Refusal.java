package jp.bansho.numbers.registry;

import java.util.Locale;
import jp.bansho.identifiers.IdentifierFault;

/// Why a registration, a change or a deletion was not done: each has a name for the record and a sentence for
/// the person that says what to do. No sentence repeats what was typed.
public enum Refusal {
    PURPOSE("purpose", "The table of purposes does not allow it.", "利用目的の表により許可されていません。"),
    OTHER_ASSOCIATION("", "This is another association's work.", "他の構成組合の業務です。"),
    OPERATOR("", "Operators do not touch people's records.", "運営担当者は個人の記録を扱えません。"),
    NUMBER_EMPTY("number", "Type the Individual Number.", "個人番号を入力してください。"),
    NUMBER_CHARACTERS("number", "Use digits only.", "個人番号は数字で入力してください。"),
    NUMBER_LENGTH("number", "An Individual Number has 12 digits.", "個人番号は12桁で入力してください。"),
    NUMBER_ZERO("number", "A number of nothing but zeros is not in use.", "すべて0の番号は使用できません。"),
    CHECK_DIGIT(
            "number",
            "The 12th digit (the check digit) does not fit. Compare the number with the paper once more.",
            "12桁目（検査用数字）が合いません。もう一度、番号確認書類と見比べてください。"),
    TYPED_ONCE(
            "second",
            "Type a dependant's number a second time, or compare it with the last declaration.",
            "扶養控除対象者の個人番号は、確認のためもう一度入力するか、前回の申告と照合してください。"),
    TYPED_DIFFERENTLY(
            "second",
            "The two numbers are not the same. Type both again from the paper.",
            "1回目と2回目の個人番号が一致しません。番号確認書類を見て、両方とも入力し直してください。"),
    NOT_THE_LAST(
            "second",
            "It is not the number of the last declaration. Compare the number with the paper once more.",
            "前回の申告の個人番号と一致しません。もう一度、番号確認書類と見比べてください。"),
    USER_NUMBER("userNumber", "The user number does not have this association's form.", "利用番号がこの組合の形式と一致しません。"),
    OWN_NUMBER(
            "ownNumber",
            "The association's own number does not have this association's form.",
            "共済組合独自番号がこの組合の形式と一致しません。"),
    CERTIFICATE_NUMBER(
            "certificateNumber",
            "The certificate number does not have this association's form.",
            "年金証書記号番号がこの組合の形式と一致しません。"),
    BASIC_PENSION_NUMBER("basicPensionNumber", "A basic pension number has 10 digits.", "基礎年金番号は10桁の数字で入力してください。"),
    PAYROLL_NUMBER(
            "payrollNumber", "The payroll number does not have this association's form.", "給料記録番号がこの組合の形式と一致しません。"),
    USER_NUMBER_TAKEN(
            "userNumber",
            "Somebody is registered under this user number. Find that person first.",
            "この利用番号の人はすでに登録されています。先にその人を検索して確認してください。"),
    HELD_BY_ANOTHER(
            "number",
            "Somebody else of this association holds this number. Nothing was overwritten; a work item was opened.",
            "この個人番号は他の人に登録済みです。上書きせず、作業一覧に登録しました。"),
    SAME_NUMBER(
            "number", "It is the number that is held already; nothing was changed.", "すでに登録されている個人番号と同じです。変更はありません。"),
    WAITS_ALREADY(
            "number",
            "This number waits on the work list for a decision about this person.",
            "この個人番号は、この人の番号の候補として作業一覧で決定を待っています。"),
    NO_NUMBER("number", "The person has no number in force.", "この人には有効な個人番号がありません。"),
    NOTHING_CHANGED("", "Nothing was changed.", "変更された項目がありません。"),
    NOT_THERE("", "The person is not there, or is out of use.", "該当する人がいないか、使用停止になっています。"),
    CHANGED_MEANWHILE(
            "",
            "Somebody else changed this person meanwhile. Look at it again and repeat the change.",
            "表示してから今までの間に、他の人がこの人の記録を変更しました。最新の内容を確認して、もう一度操作してください。"),
    JOB_RUNNING(
            "",
            "A file of this association is being registered. Try again when that job has ended.",
            "この組合の一括登録が実行中です。終わってからもう一度操作してください。");

    private final String field;
    private final String english;
    private final String japanese;

    Refusal(String field, String english, String japanese) {
        this.field = field;
        this.english = english;
        this.japanese = japanese;
    }

    /// The name in the record.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The field of the form it is about; empty if it is about the whole.
    public String field() {
        return field;
    }

    /// What an English reader is told.
    public String english() {
        return english;
    }

    /// What a Japanese reader is told.
    public String japanese() {
        return japanese;
    }

    static Refusal ofNumber(IdentifierFault fault) {
        return switch (fault) {
            case EMPTY -> NUMBER_EMPTY;
            case LENGTH -> NUMBER_LENGTH;
            case ALL_ZERO -> NUMBER_ZERO;
            case CHECK_DIGIT -> CHECK_DIGIT;
            case CHARACTERS, RANGE, PATTERN, ERA, DATE -> NUMBER_CHARACTERS;
        };
    }
}
