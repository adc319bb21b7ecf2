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
/// @param duty       the October to which a file of next year's declarations belongs; null for
///     every other file. A results file of an inquiry into the life status says itself to which
///     month it belongs
/// @param deadline    提出期限 of the declarations in a dependants file; null if it is recorded elsewhere
public record IntakeOrder(
        JobKind kind,
        Actor actor,
        Purpose purpose,
        int association,
        Path file,
        boolean again,
        @Nullable LocalDate deadline,
        @Nullable Duty duty) {

    public IntakeOrder {
        if (deadline != null && kind != JobKind.DEPENDANTS) {
            throw new IllegalArgumentException("only a dependants file has a submission deadline");
        }
        if (duty != null && (kind != JobKind.DEPENDANTS || duty.sort() != Duty.Sort.DECLARATIONS)) {
            throw new IllegalArgumentException("only a dependants file is ordered for a round");
        }
    }

    /// An order that belongs to no October.
    public IntakeOrder(
            JobKind kind,
            Actor actor,
            Purpose purpose,
            int association,
            Path file,
            boolean again,
            @Nullable LocalDate deadline) {
        this(kind, actor, purpose, association, file, again, deadline, null);
    }

    /// An order without a submission deadline.
    public IntakeOrder(JobKind kind, Actor actor, Purpose purpose, int association, Path file, boolean again) {
        this(kind, actor, purpose, association, file, again, null, null);
    }
}
