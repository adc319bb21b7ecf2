package jp.bansho.population;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.population.Relative.Handicap;
import org.jspecify.annotations.Nullable;

/// Invents the families of one association, one after the other, by ascending user number.
///
/// The odds give about 52 recipients, 14 spouses and 34 dependants in a hundred people.
final class Families {

    /// Ages of recipients: a row is (youngest, oldest, people of a hundred).
    private static final int[][] AGES = {
        {60, 64, 7}, {65, 69, 22}, {70, 74, 24}, {75, 79, 19}, {80, 84, 14}, {85, 89, 9}, {90, 100, 5}
    };

    private static final int ADDITIONAL_SPOUSE = 5_850;
    private static final int ADDITIONAL_SPOUSE_ON_SLIP = 8_500;
    private static final int DEPENDANT_SPOUSE = 3_500;

    private final Association association;
    private final int taxYear;
    private final Names names;
    private final Places places;
    private final Dice dice;
    private long nextIndex;
    private long lastUserNumber;

    Families(Association association, long seed, int taxYear, Names names, long firstIndex) {
        this.association = association;
        this.taxYear = taxYear;
        this.names = names;
        this.places = new Places(association);
        this.dice = new Dice(seed, "families", association.code());
        this.nextIndex = firstIndex;
        this.lastUserNumber = dice.between(100, 999);
    }

    /// The next family, with at most `room` people.
    Family next(long room) {
        Place place = places.any(dice);
        Sex sex = dice.chance(5_800) ? Sex.MALE : Sex.FEMALE;
        int age = recipientAge();
        Birth birth = Birth.in(taxYear - age, dice);
        Name name = names.any(sex, birth.year(), dice);
        Person recipient = person(Kind.RECIPIENT, sex, birth, name);
        Handicap handicap = handicap();
        long left = room - 1;
        Relative spouse = spouse(recipient, age, left);
        boolean onSlip =
                spouse != null && (spouse.person().kind() == Kind.DEPENDANT || dice.chance(ADDITIONAL_SPOUSE_ON_SLIP));
        left -= spouse == null ? 0 : 1;
        List<Relative> relatives = new ArrayList<>(3);
        int wished = relativesWished();
        for (int number = 0; number < wished && left > 0; number++) {
            relatives.add(relative(recipient, age));
            left--;
        }
        return new Family(recipient, handicap, spouse, onSlip, relatives, place);
    }

    private int recipientAge() {
        int roll = dice.below(100);
        for (int[] row : AGES) {
            roll -= row[2];
            if (roll < 0) {
                return dice.between(row[0], row[1]);
            }
        }
        throw new IllegalStateException("the ages do not add up to a hundred");
    }

    private int relativesWished() {
        int roll = dice.below(100);
        return roll < 72 ? 0 : roll < 90 ? 1 : roll < 98 ? 2 : 3;
    }

    /// Additional pension is paid for a spouse under 65 of a recipient of 65 or a little more; others may be
    /// dependants.
    private @Nullable Relative spouse(Person recipient, int age, long left) {
        boolean additional = age >= 65 && age < 75 && dice.chance(ADDITIONAL_SPOUSE);
        boolean dependant = !additional && dice.chance(DEPENDANT_SPOUSE);
        if (left < 1 || (!additional && !dependant)) {
            return null;
        }
        int spouseAge = additional
                ? Math.min(64, age - dice.between(0, 9))
                : Math.max(45, Math.min(99, age + dice.between(-8, 4)));
        Kind kind = additional ? Kind.SPOUSE : Kind.DEPENDANT;
        return around(recipient, kind, recipient.sex().other(), Birth.in(taxYear - spouseAge, dice));
    }

    private Relative relative(Person recipient, int age) {
        int roll = dice.below(100);
        int years;
        if (roll < 50) {
            years = Math.max(0, age - dice.between(22, 40));
        } else if (roll < 65) {
            years = dice.between(0, 15);
        } else if (roll < 80 || age > 80) {
            years = dice.between(16, Math.min(24, age - 20));
        } else {
            years = Math.min(104, age + dice.between(20, 32));
        }
        Sex sex = dice.chance(5_000) ? Sex.MALE : Sex.FEMALE;
        return around(recipient, Kind.DEPENDANT, sex, Birth.in(taxYear - years, dice));
    }

    private Relative around(Person recipient, Kind kind, Sex sex, Birth birth) {
        Name name = names.relative(recipient.name(), sex, birth.year(), dice);
        boolean abroad = kind == Kind.DEPENDANT && dice.chance(30);
        return new Relative(person(kind, sex, birth, name), abroad, handicap());
    }

    private Handicap handicap() {
        int roll = dice.below(100);
        return roll < 93
                ? Handicap.NONE
                : roll < 96 ? Handicap.ORDINARY : roll < 98 ? Handicap.SPECIAL : Handicap.SPECIAL_LIVING_TOGETHER;
    }

    private Person person(Kind kind, Sex sex, Birth birth, Name name) {
        lastUserNumber += dice.between(1, 4);
        return new Person(nextIndex++, kind, association.userNumber(lastUserNumber), sex, birth, name);
    }
}
