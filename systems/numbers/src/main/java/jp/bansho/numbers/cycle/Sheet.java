package jp.bansho.numbers.cycle;

import java.time.Instant;
import java.util.List;

/// The sheet of a round (N8, N9): its figures, its files, what of it waits, who was in no file.
///
/// @param files  its files by their jobs
/// @param absent people who should have been in a file and were in none, by user number; not all if there are many
public record Sheet(Cycle cycle, List<TakenFile> files, List<Absent> absent) {

    /// A file of the round.
    public record TakenFile(long job, String by, Instant at) {}

    /// Somebody who was in no file.
    ///
    /// @param subject handle
    public record Absent(long subject, String userNumber) {}
}
