package jp.bansho.numbers.recovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.bansho.audit.HeadGap;

/// What a restore brought back.
///
/// @param backup    the backup it began with
/// @param segments  how many files of the archived log came after it
/// @param home      where the home folder's files are
/// @param recovered what PostgreSQL made of it; empty if it was only unpacked
public record Restored(VerifiedBackup backup, int segments, Path home, Optional<Recovered> recovered) {

    /// The recovered database, as it was looked at before it was stopped again.
    ///
    /// @param seconds    from the beginning of the restore until the database answered
    /// @param gap        how its record of use stands to the exported heads
    /// @param erasedAgain how many people, erased after the restored moment, were erased again
    /// @param renewed    associations whose pads were replaced by the newest ones
    /// @param counts     rows of the tables an operator knows
    public record Recovered(
            double seconds, HeadGap gap, long erasedAgain, List<Integer> renewed, Map<String, Long> counts) {

        public Recovered {
            renewed = List.copyOf(renewed);
        }
    }
}
