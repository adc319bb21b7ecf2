package jp.bansho.numbers.registry;

import jp.bansho.numbers.staff.PurposeDecision;

/// What became of a registration, a change or a deletion.
public sealed interface Outcome {

    /// It was done and is on record.
    ///
    /// @param subject handle of the person
    /// @param version of the person's record now; a form that changes it carries this
    record Done(long subject, String version) implements Outcome {}

    /// Nothing was done; that is on record.
    record Refused(Refusal why, String english, String japanese) implements Outcome {
        Refused(Refusal why) {
            this(why, why.english(), why.japanese());
        }

        Refused(PurposeDecision.Refused refused) {
            this(Refusal.PURPOSE, refused.english(), refused.japanese());
        }
    }
}
