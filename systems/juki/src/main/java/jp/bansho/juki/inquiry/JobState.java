package jp.bansho.juki.inquiry;

import java.util.Locale;

/// How far a job is.
public enum JobState {
    /// The parcel was read; its inquiries wait, sealed.
    TAKEN_IN("受付済み", "taken in"),
    /// J-LIS answered all of them.
    ANSWERED("回答受領済み", "answered"),
    /// The parcel for the number machine stands; the rows are gone, their key is about to be.
    DELIVERED("媒体作成済み", "delivered"),
    /// The key of what was held is destroyed.
    WIPED("消去済み", "wiped");

    private final String japanese;
    private final String english;

    JobState(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    /// The word in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The state of that word.
    public static JobState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// In Japanese.
    public String japanese() {
        return japanese;
    }

    /// In English.
    public String english() {
        return english;
    }
}
