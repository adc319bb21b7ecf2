package jp.bansho.numbers.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the log check looks for (L5). Names and explanations stand in the messages as `rule.<word>`.
public enum Rule {
    /// Far more searches or reveals in a day than allowed for, or than usual for that user.
    VOLUME,
    /// Work with people's records at night or on a free day.
    OFF_HOURS,
    /// Somebody looked at the own record.
    OWN_RECORD,
    /// Somebody looked at a person of the own family name.
    OWN_FAMILY,
    /// Somebody looked at a colleague of the same organisation.
    COLLEAGUE,
    /// Many people of one address in a day.
    ONE_ADDRESS,
    /// A number was revealed and nothing followed.
    UNFOLLOWED,
    /// A planted person whom nobody has business with.
    HONEYTOKEN,
    /// Several refusals in a row.
    REFUSALS,
    /// An account made from the operator's command line, past the user managers.
    MADE_BY_COMMAND,
    /// Somebody took another's passkeys away and then opened the slip that leads in as that person.
    RESET_AND_OPENED,
    /// An emergency session into the database; somebody else looks at what was typed there.
    EMERGENCY;

    /// Holds the rule against all traces.
    Hits hits(Examined examined) {
        return switch (this) {
            case VOLUME -> VolumeCheck.hits(examined);
            case OFF_HOURS -> HoursCheck.hits(examined);
            case OWN_RECORD -> PeopleChecks.ownRecord(examined);
            case OWN_FAMILY -> PeopleChecks.ownFamily(examined);
            case COLLEAGUE -> PeopleChecks.colleague(examined);
            case ONE_ADDRESS -> PeopleChecks.oneAddress(examined);
            case UNFOLLOWED -> FollowUpCheck.hits(examined);
            case HONEYTOKEN -> PeopleChecks.honeytoken(examined);
            case REFUSALS -> RefusalsCheck.hits(examined);
            case MADE_BY_COMMAND -> AccountChecks.madeByCommand(examined);
            case RESET_AND_OPENED -> AccountChecks.resetAndOpened(examined);
            case EMERGENCY -> AccountChecks.emergency(examined);
        };
    }

    /// The word of the database and of the messages.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The rule of that word.
    public static Optional<Rule> of(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
    }
}
