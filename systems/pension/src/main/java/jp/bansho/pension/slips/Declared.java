package jp.bansho.pension.slips;

import java.util.Arrays;
import java.util.List;

/// Somebody whom a declaration (扶養親族等申告書) names.
///
/// @param deduction kind of deduction, as in the layout `declarations`
/// @param handicap  0 none, 1 ordinary, 2 special, 3 special and living together
/// @param abroad    `00`, or why somebody who is not resident is named
record Declared(Part part, String userNumber, String name, String kana, int deduction, int handicap, String abroad) {

    static final int GENERAL = 1;
    static final int AGED = 2;
    static final int SPECIFIED = 3;
    static final int SINGLE_PARENT = 4;
    static final int WIDOW = 5;

    /// What the database puts between people and between their fields.
    private static final String PEOPLE = "\u001e";

    private static final String FIELDS = "\u001f";

    /// The parts of the declaration, in the order of their codes from 1.
    enum Part {
        RECIPIENT,
        SPOUSE,
        DEPENDANT,
        UNDER_16
    }

    /// Reads the people of one declaration from the one text the database makes of them.
    static List<Declared> read(String people) {
        if (people.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(people.split(PEOPLE, -1))
                .map(person -> person.split(FIELDS, -1))
                .map(field -> new Declared(
                        Part.values()[Integer.parseInt(field[0]) - 1],
                        field[1],
                        field[2],
                        field[3],
                        Integer.parseInt(field[4]),
                        Integer.parseInt(field[5]),
                        field[6]))
                .toList();
    }

    boolean special() {
        return handicap >= 2;
    }

    @Override
    public String toString() {
        return "Declared[…]";
    }
}
