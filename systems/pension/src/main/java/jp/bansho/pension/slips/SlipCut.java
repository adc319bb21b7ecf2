package jp.bansho.pension.slips;

import java.nio.file.Path;
import java.util.List;

/// A parcel with slips or reports, as it was made.
///
/// @param approval     number of the approval, `A-17`
/// @param parcel       its number
/// @param folder       where it lies
/// @param sums         what is in it
/// @param violations   rules that records of recipients break; the number machine names them
/// @param associations whose recipients are in it
/// @param manifestHash SHA-256 of its manifest's text
public record SlipCut(
        String approval,
        String parcel,
        Path folder,
        Sums sums,
        long violations,
        List<Integer> associations,
        String manifestHash) {

    /// Keeps the list.
    public SlipCut {
        associations = List.copyOf(associations);
    }
}
