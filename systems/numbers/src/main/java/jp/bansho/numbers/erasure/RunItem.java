package jp.bansho.numbers.erasure;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import jp.bansho.retention.Use;

/// One use of one person on the list of a run.
///
/// @param fact      the date its clock runs from
/// @param eraseFrom the first day on which it may be erased
/// @param whole     true if the number goes with it
public record RunItem(long subject, Use use, LocalDate fact, LocalDate eraseFrom, boolean whole) {

    /// What the digest of a list covers.
    void into(ByteBuffer sixteen) {
        var uses = use == Use.TAX ? 2 : 0;
        sixteen.putLong(subject)
                .putLong(fact.toEpochDay() << 32 | eraseFrom.toEpochDay() << 2 | uses | (whole ? 1 : 0));
    }
}
