package jp.bansho.population;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Gives people names: surnames by how common they are, given names by sex and year of birth.
final class Names {

    /// How often a family whose surname has an old form registers under it; about one surname in
    /// nine has one, which makes about two people in a hundred.
    private static final int OLD_FORM = 1_850;

    private record Surname(String kanji, String reading, String oldForm, int upTo) {}

    private record Given(String kanji, String reading) {}

    private final Surname[] surnames;
    private final int weight;
    private final Map<Sex, List<Given[]>> givenBySexAndEra = new EnumMap<>(Sex.class);
    private final int[] eraStarts;

    Names() {
        List<Surname> list = new ArrayList<>();
        int sum = 0;
        for (String[] cells : Resource.rows("surnames.csv")) {
            sum += Integer.parseInt(cells[2]);
            list.add(new Surname(cells[0], cells[1], cells.length > 3 ? cells[3] : "", sum));
        }
        surnames = list.toArray(Surname[]::new);
        weight = sum;
        List<String[]> rows = Resource.rows("given-names.csv");
        eraStarts = rows.stream()
                .mapToInt(cells -> Integer.parseInt(cells[1]))
                .distinct()
                .sorted()
                .toArray();
        for (Sex sex : Sex.values()) {
            List<Given[]> byEra = new ArrayList<>();
            for (int start : eraStarts) {
                byEra.add(rows.stream()
                        .filter(cells -> cells[0].equals(sex.code()) && Integer.parseInt(cells[1]) == start)
                        .map(cells -> new Given(cells[2], cells[3]))
                        .toArray(Given[]::new));
            }
            givenBySexAndEra.put(sex, byEra);
        }
    }

    /// A new person, the first of that surname in the family.
    Name any(Sex sex, int birthYear, Dice dice) {
        Surname surname = surname(dice.below(weight));
        boolean old = dice.chance(OLD_FORM) && !surname.oldForm().isEmpty();
        Given given = given(sex, birthYear, dice);
        return new Name(
                old ? surname.oldForm() : surname.kanji(),
                surname.kanji(),
                surname.reading(),
                given.kanji(),
                given.reading());
    }

    /// Somebody who shares the surname of a relative.
    Name relative(Name of, Sex sex, int birthYear, Dice dice) {
        Given given = given(sex, birthYear, dice);
        return new Name(of.registeredSurname(), of.surname(), of.surnameReading(), given.kanji(), given.reading());
    }

    private Surname surname(int roll) {
        int low = 0;
        int high = surnames.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (roll < surnames[middle].upTo()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return surnames[low];
    }

    private Given given(Sex sex, int birthYear, Dice dice) {
        int era = 0;
        for (int candidate = 0; candidate < eraStarts.length; candidate++) {
            if (birthYear >= eraStarts[candidate]) {
                era = candidate;
            }
        }
        List<Given[]> byEra = givenBySexAndEra.getOrDefault(sex, List.of());
        return dice.oneOf(byEra.get(era));
    }
}
