package jp.bansho.media.ledger;

import java.time.Instant;
import java.time.LocalDate;
import jp.bansho.media.ParcelNumber;
import org.jspecify.annotations.Nullable;

/// A parcel as it stands in the ledger.
///
/// @param outgoing     made here; false: came from others
/// @param medium       on which it lies or lay
/// @param application  under which it was made; null for incoming ones
/// @param manifestHash SHA-256 of its manifest; null until written
/// @param items        as the sender counted; zero until written
/// @param rows         the same
/// @param bytes        the same
public record NotedParcel(
        ParcelNumber number,
        boolean outgoing,
        long medium,
        String content,
        String purpose,
        String from,
        String to,
        LocalDate useBy,
        String wayOfReturn,
        @Nullable Long application,
        Instant notedAt,
        ParcelState state,
        @Nullable String manifestHash,
        long items,
        long rows,
        long bytes) {}
