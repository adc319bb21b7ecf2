package jp.bansho.numbers.intake;

import java.util.Locale;
import jp.bansho.numbers.job.JobRefused;

/// Why an uploaded file was not taken, or an upload not gone on with: a name for the record and for the screen's
/// words. The file is gone after every refusal of a new upload.
public enum UploadRefusal {
    /// It holds nothing.
    EMPTY,
    /// It is larger than may be uploaded.
    TOO_BIG,
    /// A line does not have the columns of the dependants file.
    LAYOUT,
    /// Some byte is no character of the file's code.
    CHARSET,
    /// The very same file was registered before.
    SAME_FILE,
    /// The very same file is being registered, or its job stopped.
    UNFINISHED,
    /// Another job of the association is at work.
    BUSY,
    /// The server has as many jobs as it can run.
    CROWDED,
    /// The table of purposes does not allow it.
    PURPOSE,
    /// The kept file is not the one the job began with, or cannot be read.
    SOURCE,
    /// The job has ended, or is none of these.
    ENDED;

    /// The name in the record and in the messages.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static UploadRefusal of(JobRefused.Reason reason) {
        return switch (reason) {
            case EMPTY_SOURCE -> EMPTY;
            case SAME_FILE -> SAME_FILE;
            case UNFINISHED -> UNFINISHED;
            case RUNNING_ELSEWHERE -> BUSY;
            case SOURCE_MISSING, SOURCE_CHANGED, PARCEL -> SOURCE;
            case NO_SUCH_JOB, FINISHED_ALREADY -> ENDED;
        };
    }
}
