package jp.bansho.media;

import java.time.InstantSource;
import java.util.Set;

/// Who takes parcels in, and which.
///
/// @param organisation as it has to stand in `to`
/// @param purposes     for which parcels are expected here
/// @param trusted      whose parcels are believed
/// @param seen         which came before
/// @param clock        for the use-by date and the sender's certificate
public record Receiving(
        String organisation, Set<String> purposes, TrustedSenders trusted, Seen seen, InstantSource clock) {

    /// Keeps the set.
    public Receiving {
        purposes = Set.copyOf(purposes);
    }
}
