package jp.bansho.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A legal hold 廃棄留保: a lawsuit or an audit keeps a person's number although its time is over.
///
/// @param from  the first day it covers
/// @param until the last day it covers; null: until it is released
public record Hold(LocalDate from, @Nullable LocalDate until) {

    public Hold {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a hold ends before it begins");
        }
    }

    /// True if the hold keeps the person on that day.
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
