package jp.bansho.numbers.intake;

import jp.bansho.layout.Rule;
import org.jspecify.annotations.Nullable;

/// What became of an uploaded file at the moment it came in.
public sealed interface Taken {

    /// Its job began and runs on by itself.
    record Begun(long job) implements Taken {}

    /// It was not taken; nothing of it is kept, and that is on record.
    ///
    /// @param line first line that is wrong, from 1; 0 if the whole file is meant
    /// @param rule what is wrong with that line
    record Refused(UploadRefusal why, long line, @Nullable Rule rule) implements Taken {
        Refused(UploadRefusal why) {
            this(why, 0, null);
        }
    }
}
