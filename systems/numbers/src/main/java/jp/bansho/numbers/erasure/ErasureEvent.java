package jp.bansho.numbers.erasure;

import java.time.LocalDate;
import java.util.List;
import jp.bansho.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// All that the audit record can say about periods and erasures; refusals too. Names people by handles only.
public sealed interface ErasureEvent extends AuditEvent {

    /// What decides until when a person's number is kept was shown.
    record PeriodShown() implements ErasureEvent {}

    /// A confirmed death was recorded; the first day on which the pension use may be erased.
    record DeathRecorded(LocalDate confirmedOn, LocalDate eraseFrom, boolean corrected) implements ErasureEvent {}

    /// A confirmed death was taken back.
    record DeathWithdrawn(LocalDate confirmedOn) implements ErasureEvent {}

    /// A submission deadline was recorded.
    record DeadlineRecorded(LocalDate deadline, LocalDate eraseFrom) implements ErasureEvent {}

    /// A submission deadline was taken back.
    record DeadlineWithdrawn(LocalDate deadline) implements ErasureEvent {}

    /// A legal hold was placed; without an end it lasts until it is released.
    record HoldPlaced(LocalDate from, @Nullable LocalDate until) implements ErasureEvent {}

    /// A legal hold was released.
    record HoldReleased(LocalDate from) implements ErasureEvent {}

    /// Something about a person's period was not recorded.
    record FactRefused(String act, String reason) implements ErasureEvent {}

    /// The list of what is due on a day was shown.
    record DueListShown(LocalDate day, int people) implements ErasureEvent {}

    /// A list was frozen for a run.
    record RunPrepared(long run, LocalDate day, int people, int pensionUses, int taxUses, String digest)
            implements ErasureEvent {}

    /// A run that had not begun was given up.
    record RunDropped(long run, String reason) implements ErasureEvent {}

    /// A run was not done; nothing was touched.
    record RunRefused(long run, String reason) implements ErasureEvent {}

    /// Numbers were erased: what the approved list of that digest holds, nothing else.
    record NumbersErased(
            long run, String digest, int people, int pensionUses, int taxUses, long numbers, List<String> leavingKeys)
            implements ErasureEvent {}

    /// The keys that opened old copies of a run's pads are destroyed; the version of the pad key that went.
    record KeysGone(long run, int padVersion) implements ErasureEvent {}

    /// A certificate was written, by the SHA-256 of the signed file.
    record ErasureCertified(long run, String certificate, String fingerprint) implements ErasureEvent {}
}
