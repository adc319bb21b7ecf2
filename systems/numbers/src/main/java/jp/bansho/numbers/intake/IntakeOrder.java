package jp.bansho.numbers.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import org.jspecify.annotations.Nullable;

/// An order to register a file.
///
/// @param kind        results, dependants or identifiers
/// @param association code of the association (構成組合) whose people these are
/// @param again       run it although the very same file was worked off before
/// @param deadline    提出期限 of the declarations in a dependants file; null if it is recorded elsewhere
public record IntakeOrder(
        JobKind kind,
        Actor actor,
        Purpose purpose,
        int association,
        Path file,
        boolean again,
        @Nullable LocalDate deadline) {

    public IntakeOrder {
        if (deadline != null && kind != JobKind.DEPENDANTS) {
            throw new IllegalArgumentException("only a dependants file has a submission deadline");
        }
    }

    /// An order without a submission deadline.
    public IntakeOrder(JobKind kind, Actor actor, Purpose purpose, int association, Path file, boolean again) {
        this(kind, actor, purpose, association, file, again, null);
    }
}
