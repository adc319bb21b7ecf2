package jp.bansho.numbers.vault;

import java.time.Instant;
import java.util.Locale;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import org.jspecify.annotations.Nullable;

/// How far the change of one key of an association got.
///
/// @param from      the version that is given up; the next one takes its place
/// @param done      values sealed anew or entered so far
/// @param total     values when it began
/// @param leftOnOld values that still named the old key when they were counted last; -1 before the first count
public record Rotation(
        long id,
        int association,
        KeyPurpose purpose,
        int from,
        Phase phase,
        long done,
        long total,
        long leftOnOld,
        String actor,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /// What is being done.
    public enum Phase {
        /// Values are sealed anew.
        SEALING,
        /// The next index is built beside.
        FILLING,
        /// The old index is emptied.
        CLEARING,
        /// No value names the old key; it waits to be destroyed.
        LEAVING,
        /// The old key is gone.
        FINISHED;

        /// The word of the database.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The same, so many values later.
    Rotation more(long values) {
        return new Rotation(
                id, association, purpose, from, phase, done + values, total, leftOnOld, actor, startedAt, finishedAt);
    }

    /// The key that is given up.
    public KeyName old() {
        return new KeyName(purpose, association, from);
    }

    /// The key that takes its place.
    public KeyName next() {
        return new KeyName(purpose, association, from + 1);
    }

    /// What an application for it must say, letter by letter.
    public static String payload(KeyPurpose purpose, int association) {
        return "keys rotate " + purpose.word() + "/" + association;
    }
}
