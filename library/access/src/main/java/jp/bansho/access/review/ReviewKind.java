package jp.bansho.access.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/// What is reviewed, and how often.
public enum ReviewKind {
    /// Each month: does everybody still need the rights they have?
    RIGHTS("rights", "権限の点検", "Review of rights"),
    /// Each quarter: do the user IDs agree with the ledger?
    ACCOUNTS("accounts", "利用者IDの棚卸し", "Stock-taking of user IDs");

    private final String word;
    private final String japanese;
    private final String english;

    ReviewKind(String word, String japanese, String english) {
        this.word = word;
        this.japanese = japanese;
        this.english = english;
    }

    /// The word of the database and of the record.
    public String word() {
        return word;
    }

    /// The name on Japanese screens.
    public String japanese() {
        return japanese;
    }

    /// The name on English screens.
    public String english() {
        return english;
    }

    static ReviewKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /// The period a day belongs to: `2026-11`, or `2026-Q4` by quarters of the calendar year.
    String period(LocalDate day) {
        return switch (this) {
            case RIGHTS -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
            case ACCOUNTS -> String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), (day.getMonthValue() + 2) / 3);
        };
    }

    /// When the review that is opened on that day must be done.
    LocalDate deadline(LocalDate day, ReviewRules rules) {
        var regular = switch (this) {
            case RIGHTS -> day.withDayOfMonth(rules.rightsDay());
            case ACCOUNTS ->
                LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1)
                        .plusDays(rules.accountsDays());
        };
        var earliest = day.plusDays(rules.atLeastDays());
        return regular.isBefore(earliest) ? earliest : regular;
    }
}
