package jp.bansho.population;

/// How names stand on the papers people hand in: as in the resident register, and for a few with a
/// character of one's own (外字), here from the private use area, that nothing can be converted from.
/// On the slip such a name is in kana.
final class Spelling {

    /// Of ten thousand people.
    private static final int EXTERNAL = 40;

    private static final int FIRST_EXTERNAL = 0xE000;
    private static final int EXTERNALS = 256;

    private final long seed;

    Spelling(long seed) {
        this.seed = seed;
    }

    /// As the person writes it.
    String written(Person person) {
        Dice dice = dice(person);
        String registered = person.name().registered();
        if (!dice.chance(EXTERNAL)) {
            return registered;
        }
        int rest = registered.offsetByCodePoints(0, 1);
        while (Character.getType(registered.codePointAt(rest)) == Character.NON_SPACING_MARK) {
            rest = registered.offsetByCodePoints(rest, 1);
        }
        return (char) (FIRST_EXTERNAL + dice.below(EXTERNALS)) + registered.substring(rest);
    }

    /// As it is written of somebody who has no place of their own on the slip.
    String withoutPlace(Person person) {
        return person.name().registered();
    }

    /// As the tax office gets it, in JIS level 1 and 2.
    String onSlip(Person person) {
        return dice(person).chance(EXTERNAL)
                ? person.name().katakana()
                : person.name().unified();
    }

    private Dice dice(Person person) {
        return new Dice(seed, "spelling", person.index());
    }
}
