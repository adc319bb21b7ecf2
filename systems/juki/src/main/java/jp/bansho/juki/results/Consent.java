package jp.bansho.juki.results;

import jp.bansho.access.Member;
import jp.bansho.juki.staff.Pair;
import org.jspecify.annotations.Nullable;

/// That a parcel may leave, and by whose word.
public sealed interface Consent {

    /// Somebody of the staff file, named on the command line; counts only where the installation says so.
    record Named(String approver) implements Consent {}

    /// An approved application.
    ///
    /// @param member   who executes it at a terminal; null for a command, which acts in the applicant's place
    /// @param executor the same, for the record
    record Applied(long application, @Nullable Member member, Pair executor) implements Consent {}
}
