package jp.bansho.numbers.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A planted person nobody has business with.
///
/// @param userNumber the person's user number; null if the person is gone
public record Honeytoken(long subject, @Nullable String userNumber, String note, String markedBy, Instant markedAt) {}
