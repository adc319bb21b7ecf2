package jp.bansho.numbers.erasure;

import java.time.LocalDate;
import jp.bansho.retention.Use;

/// One use of one person on the list of a run.
///
/// @param fact      the date its clock runs from
/// @param eraseFrom the first day on which it may be erased
/// @param whole     true if the number goes with it
public record RunItem(long subject, Use use, LocalDate fact, LocalDate eraseFrom, boolean whole) {

    String line() {
        return subject + " " + use.word() + " " + fact + " " + eraseFrom + " " + (whole ? "number" : "use") + "\n";
    }
}
