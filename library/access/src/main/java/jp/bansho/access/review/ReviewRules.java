package jp.bansho.access.review;

/// The figures of reviews.
///
/// @param rightsDay    day of the month, 1 to 28, by which the review of rights is done
/// @param accountsDays days after the first day of a quarter by which the user IDs are done
/// @param atLeastDays  days that a review has in any case, if it was opened late
/// @param unusedDays   days without a login after which a user is pointed out
public record ReviewRules(int rightsDay, int accountsDays, int atLeastDays, int unusedDays) {

    /// The 15th; 20 days; a week; 90 days.
    public static final ReviewRules ORDINARY = new ReviewRules(15, 20, 7, 90);

    public ReviewRules {
        if (rightsDay < 1 || rightsDay > 28 || accountsDays < 1 || atLeastDays < 0 || unusedDays < 1) {
            throw new IllegalArgumentException("a review needs a deadline in its own period");
        }
    }
}
