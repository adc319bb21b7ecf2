package jp.bansho.pension.cutting;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A parcel with inquiries, as it was made.
///
/// @param approval     number of the approval, `A-17`
/// @param parcel       its number
/// @param folder       where it lies
/// @param people       how many it asks about
/// @param since        first day of the period, null at the first inquiry
/// @param manifestHash SHA-256 of its manifest's text
public record Cut(
        String approval,
        String parcel,
        Path folder,
        People people,
        @Nullable LocalDate since,
        LocalDate referenceDay,
        String manifestHash) {}
