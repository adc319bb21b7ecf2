package jp.bansho.numbers.intake;

import java.time.Instant;
import java.util.List;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.vault.KeptNumber;
import org.jspecify.annotations.Nullable;

/// A work item as a person needs to see it to decide; never a number.
///
/// @param job        the job whose row it came from; 0 if it came from the business terminal
/// @param line       line of the file, from 1; 0 if it came from the business terminal
/// @param echoKey    the user number the row came with; empty if it had none
/// @param person     whom the row names; null if it names nobody known
/// @param other      who holds the number already; null if nobody does
/// @param generation which number it is about: the person's proposed or former one, or the other's; 0 if none
/// @param evidence   what a repeated inquiry said; null where it came from elsewhere
/// @param choices    what can be decided
public record WorkSheet(
        long id,
        WorkItem.Reason reason,
        Instant openedAt,
        long job,
        long line,
        String echoKey,
        @Nullable Party person,
        @Nullable Party other,
        int generation,
        @Nullable Observation evidence,
        List<WorkDecision> choices) {

    /// Somebody the item is about.
    ///
    /// @param inUse   false if the person was deleted as registered by mistake
    /// @param numbers what is kept of the person's numbers, newest first
    public record Party(Person person, boolean inUse, List<KeptNumber> numbers) {}
}
