package jp.bansho.numbers.job;

/// A job was not begun or not taken up again; the message says why. Nothing was changed.
public final class JobRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// A refusal with its reason.
    ///
    /// @param what the job or file concerned
    public JobRefused(Reason reason, String what) {
        super(reason.english + " / " + reason.japanese + (what.isEmpty() ? "" : " (" + what + ")"));
        this.reason = reason;
    }

    /// Why a job was refused.
    public enum Reason {
        NO_SUCH_JOB("there is no such job, or it is not yours", "そのジョブはないか、あなたの範囲外です"),
        FINISHED_ALREADY("the job is finished already", "ジョブは既に完了しています"),
        SAME_FILE(
                "this very file was worked off before; use --again to run it once more",
                "同じファイルは処理済みです。再処理は --again を指定してください"),
        UNFINISHED("this very file was begun and not finished; resume that job", "同じファイルの処理が途中です。そのジョブを再開してください"),
        RUNNING_ELSEWHERE("another process is at work on this", "他のプロセスが処理中です"),
        SOURCE_MISSING("the source file cannot be read", "入力ファイルを読めません"),
        PARCEL("the parcel is refused", "媒体を受け入れません"),
        SOURCE_CHANGED("the source file is not the one the job was begun with", "入力ファイルが開始時と異なります"),
        EMPTY_SOURCE("the source file is empty", "入力ファイルが空です");

        private final String english;
        private final String japanese;

        Reason(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }
    }

    /// The reason, for the caller that wants to react.
    public Reason reason() {
        return reason;
    }
}
