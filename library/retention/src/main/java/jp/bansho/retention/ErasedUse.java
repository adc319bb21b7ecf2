package jp.bansho.retention;

import java.time.LocalDate;

/// One use of one person that was erased.
///
/// @param handle    internal handle of the person; says nothing outside the system
/// @param use       what the number was kept for
/// @param eraseFrom the first day on which it was allowed
/// @param whole     true if the number itself went with it
public record ErasedUse(long handle, Use use, LocalDate eraseFrom, boolean whole) {

    public ErasedUse {
        if (handle <= 0) {
            throw new IllegalArgumentException("a handle is positive");
        }
    }
}
