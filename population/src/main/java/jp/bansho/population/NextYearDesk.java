package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;

/// Plays the declarations of dependants for the next year (扶養親族等申告書) that arrive in October, for one association:
/// `dependants-next-AA.csv` (duty N9). Only with `--next-year`.
final class NextYearDesk implements Closeable {

    static final String TRUTH_FILE = "next-year.csv";
    static final String[] TRUTH = {"association", "user number", "outcome", "number"};

    private static final int GONE = 300;
    private static final int CHANGED = 100;
    private static final int HANDED_IN_LATE = 5_000;
    private static final int NEW_IN_FAMILY = 100;
    /// User numbers of this population stay below 50 million.
    private static final long NEW_USER_NUMBERS = 90_000_000;

    private final Run run;
    private final Association association;
    private final RecordFile truth;
    private final RecordFile file;
    private final Dice dice;
    private long newcomers;

    NextYearDesk(Run run, Association association, RecordFile truth) throws IOException {
        this.run = run;
        this.association = association;
        this.truth = truth;
        this.file =
                new RecordFile(run.out().resolve("dependants-next-" + association.twoDigits() + ".csv"), new Utf8());
        this.dice = new Dice(run.options().seed(), "next year", association.code());
    }

    /// What the next declaration says about this dependant.
    ///
    /// @param held the number handed in this year, empty if none
    void take(Person person, String held) throws IOException {
        int roll = dice.below(10_000);
        String own = run.numbers().own(person.index());
        if (held.isEmpty()) {
            if (roll < HANDED_IN_LATE) {
                tell(person.userNumber(), own, "new", run.numbers().individual(person.index()));
            }
        } else if (roll < GONE) {
            truth.write(association.twoDigits(), person.userNumber(), "gone", held);
        } else if (roll < GONE + CHANGED) {
            tell(person.userNumber(), own, "changed", run.spares().planted());
        } else {
            tell(person.userNumber(), own, "same", held);
        }
    }

    /// Now and then somebody joins a family who was not known before.
    void afterFamily() throws IOException {
        if (dice.chance(NEW_IN_FAMILY)) {
            String user = association.userNumber(NEW_USER_NUMBERS + ++newcomers);
            tell(user, "", "new", run.spares().newcomer());
        }
    }

    private void tell(String user, String own, String outcome, String number) throws IOException {
        file.write(number, user, own);
        truth.write(association.twoDigits(), user, outcome, number);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
