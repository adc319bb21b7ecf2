package jp.bansho.numbers.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a person can decide about a work item.
public enum WorkDecision {
    /// The number is the person's: it comes into force, the one before becomes a former one.
    ACCEPT("accept", "この個人番号を採用する", "take the number over", false),
    /// The number is not the person's; everything stays.
    REJECT("reject", "採用しない（現在の番号のまま）", "do not take it over", false),
    /// The number stays with whoever holds it.
    KEEP("keep", "登録済みの人のままとする", "leave it with its holder", false),
    /// The identifier was looked into and, where it was wrong, changed on the person's page; the note says
    /// how.
    CORRECTED_BY_HAND("corrected-by-hand", "確認し、手作業で訂正した", "looked into and corrected by hand", true),
    /// The inquiry is made once more.
    ASK_AGAIN("ask-again", "再照会する", "ask again", false),
    /// The person was registered from the business terminal.
    REGISTERED_BY_HAND("registered-by-hand", "個別に登録した", "registered by hand", false),
    /// Nothing is to be done; the note says why.
    CLOSED("closed", "対応不要として終了する", "close it", true),
    /// The person is dead: the day of this decision is the day on which the death was confirmed.
    CONFIRM_DEATH("confirm-death", "死亡を確認した", "the death is confirmed", false),
    /// J-LIS does not answer for the person; later inquiries that say so again need no decision.
    NOTED("noted", "照会の対象外として記録する", "note as out of scope", false),
    /// What was proposed is not taken over; the note says why.
    DISMISS("dismiss", "採用しない（理由を記入）", "dismiss it, with the reason", true);

    private final String word;
    private final String japanese;
    private final String english;
    private final boolean note;

    WorkDecision(String word, String japanese, String english, boolean note) {
        this.word = word;
        this.japanese = japanese;
        this.english = english;
        this.note = note;
    }

    /// The word of the database and of the record.
    public String word() {
        return word;
    }

    /// The words on Japanese screens.
    public String japanese() {
        return japanese;
    }

    /// The words on English screens.
    public String english() {
        return english;
    }

    /// True if it demands a note.
    public boolean needsNote() {
        return note;
    }

    /// The decision of that word.
    public static Optional<WorkDecision> of(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word.equals(word))
                .findFirst();
    }

    /// What can be decided. About a person who was taken out of use meanwhile there is nothing left to
    /// decide.
    static List<WorkDecision> choices(WorkItem.Reason reason, boolean outOfUse) {
        if (outOfUse) {
            return List.of(CLOSED);
        }
        return switch (reason) {
            case SECOND_NUMBER, FORMER_NUMBER -> List.of(ACCEPT, REJECT);
            case HELD_BY_ANOTHER -> List.of(KEEP, ACCEPT);
            case OTHER_IDENTIFIER -> List.of(CORRECTED_BY_HAND, CLOSED);
            case NUMBER_CHANGED -> List.of(ACCEPT, DISMISS);
            case DIED -> List.of(CONFIRM_DEATH, ASK_AGAIN, DISMISS);
            case OUT_OF_SCOPE -> List.of(NOTED, ASK_AGAIN, DISMISS);
            case NO_HIT, SEVERAL_HITS -> List.of(ASK_AGAIN, REGISTERED_BY_HAND, CLOSED);
        };
    }
}
