package jp.bansho.numbers.intake;

import jp.bansho.numbers.staff.PurposeDecision;

/// What became of a decision.
public sealed interface Decided {

    /// It was carried out and is on record.
    record Done() implements Decided {}

    /// Nothing was done; that is on record.
    record Refused(DecisionRefusal why, String english, String japanese) implements Decided {
        Refused(DecisionRefusal why) {
            this(why, why.english(), why.japanese());
        }

        Refused(PurposeDecision.Refused refused) {
            this(DecisionRefusal.PURPOSE, refused.english(), refused.japanese());
        }
    }
}
