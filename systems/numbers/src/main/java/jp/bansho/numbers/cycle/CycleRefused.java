package jp.bansho.numbers.cycle;

import jp.bansho.machine.Refused;

/// Something about a round was not done; nothing was changed.
public final class CycleRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason why;

    /// A refusal with its reason.
    public CycleRefused(Reason why) {
        super(why.word, why.english, why.japanese);
        this.why = why;
    }

    /// Why something was refused.
    public enum Reason {
        /// The round is closed.
        CLOSED("closed", "this round is closed; its next one takes the file", "この回は締め切られています。次の回で取り込んでください"),
        /// The round lies too far back or ahead.
        NOT_NOW(
                "not-now",
                "the file belongs to a month more than a year back or still to come",
                "ファイルの対象月が1年以上前か、まだ来ていない月です"),
        /// The file was not compared first.
        NOT_COMPARED(
                "not-compared",
                "compare this very file first: nothing of it is registered before its outcome was seen",
                "先にこのファイルを比較してください。結果を確認する前に登録することはできません"),
        /// There is no such round.
        NOT_THERE("not-there", "there is no such round", "該当する回がありません"),
        /// No reason was given, or it holds a number.
        NOTE(
                "note",
                "give a reason of at most 500 characters without a number of twelve digits",
                "理由を500字以内で入力してください（12桁の番号は入力できません）"),
        /// A job of the association is at work.
        BUSY("busy", "a file of this association is being registered", "この組合の一括登録が実行中です");

        private final String word;
        private final String english;
        private final String japanese;

        Reason(String word, String english, String japanese) {
            this.word = word;
            this.english = english;
            this.japanese = japanese;
        }

        /// The word for the record and for messages.
        public String word() {
            return word;
        }
    }

    /// The reason, for the caller that wants to react.
    public Reason why() {
        return why;
    }
}
