package jp.bansho.numbers.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether the Commission must be told (番号法29条の4): a person decides, the machine proposes.
public enum Duty {
    /// Nobody has decided yet; the clock runs as if it were.
    UNDECIDED,
    /// One of the events of the rules has happened.
    REPORTABLE,
    /// None of them has.
    NOT_REPORTABLE;

    /// Numbers in the network, in the systems of an office that uses them, or at a contractor's.
    public static final int OF_A_SYSTEM = 1;
    /// A wrongful purpose; the final report may take longer.
    public static final int WRONGFUL = 2;
    /// Open to an unspecified number of people.
    public static final int OPEN_TO_MANY = 3;
    /// More people than [Deadlines#manyPeople].
    public static final int MANY_PEOPLE = 4;

    /// The word of the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The duty of that word.
    public static Optional<Duty> of(String word) {
        return Arrays.stream(values()).filter(duty -> duty.word().equals(word)).findFirst();
    }
}
