package jp.bansho.media.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step of a medium, as it was taken.
///
/// @param action      word of the step, such as `vault-in`
/// @param parcel      on it at that time
/// @param counterpart who gave or took it
/// @param reference   receipt, method, place or reason
/// @param certificate of the disposal
public record HistoryLine(
        long id,
        String action,
        MediumState before,
        MediumState after,
        @Nullable String parcel,
        Instant at,
        String doer,
        @Nullable String witness,
        @Nullable String counterpart,
        @Nullable String reference,
        @Nullable String certificate) {}
