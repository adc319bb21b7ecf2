package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;

/// Plays the municipalities: `residents.csv`, everybody as the resident register has them on the day before the first
/// inquiry, of all associations in one file (duties J1, C1).
final class RegisterDesk implements Closeable {

    static final String FILE = "residents.csv";

    private final Run run;
    private final RecordFile file;
    private final ResultsRow.Month month;
    private final Dice dice;

    RegisterDesk(Run run) throws IOException {
        this.run = run;
        this.file = new RecordFile(run.out().resolve(FILE), new Utf8());
        this.month = ResultsRow.Month.first(run.options().taxYear());
        this.dice = new Dice(run.options().seed(), "register", 0);
    }

    /// Enters a recipient or spouse, and the strangers who answer to the same four items.
    ///
    /// @param elsewhere where somebody went whom the pension side still believes at the old address
    void take(Answer answer, Place elsewhere) throws IOException {
        Person person = answer.person();
        long index = person.index();
        Place place = answer.place();
        String kana = person.name().hiragana();
        switch (answer.fate()) {
            case FOUND, SEVERAL_HITS -> enter(index, index, person, kana, place, LastChange.NONE);
            case FOUND_MOVED -> enter(index, index, person, kana, place, LastChange.moved(month.from()));
            case FOUND_DEAD -> enter(index, index, person, kana, place, LastChange.died(month.to()));
            case NO_HIT -> {
                if (answer.byCode()) {
                    long changed = run.spares().changedCode();
                    enter(index, changed, person, kana, place, LastChange.codeChanged(month.from()));
                } else {
                    String spelled = dice.chance(5_000) ? person.name().otherReading() : kana;
                    enter(index, index, person, spelled, elsewhere, LastChange.moved(month.from()));
                }
            }
        }
        for (long stranger : answer.strangers()) {
            enter(stranger, stranger, person, kana, place, LastChange.NONE);
        }
    }

    /// Enters a dependant, about whom nobody asks; one who lives abroad has left.
    void dependant(Person person, Place place, boolean abroad) throws IOException {
        String day = run.options().taxYear() + "0401";
        String born = person.birth().compact();
        LastChange last = abroad ? LastChange.left(day.compareTo(born) < 0 ? born : day) : LastChange.NONE;
        enter(person.index(), person.index(), person, person.name().hiragana(), place, last);
    }

    private void enter(long index, long codeIndex, Person person, String kana, Place place, LastChange last)
            throws IOException {
        file.write(
                run.numbers().individual(index),
                run.numbers().resident(codeIndex),
                person.name().registered(),
                kana,
                person.birth().compact(),
                person.sex().code(),
                place.full(),
                place.municipality().code(),
                last.standing(),
                last.reason(),
                last.day(),
                "0",
                "0");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
