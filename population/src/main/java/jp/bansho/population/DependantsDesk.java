package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Plays the clerks who collect the yearly declarations: `dependants-AA.csv` (扶養控除対象者ファイル, duty N5).
final class DependantsDesk implements Closeable {

    /// Of those a slip names: their number was never handed in.
    private static final int NOT_HANDED_IN = 50;

    private record Plain(String userNumber, String number, long line) {
        @Override
        public String toString() {
            return "Plain[…]";
        }
    }

    private final Run run;
    private final Dice dice;
    private final String fileName;
    private final PlantedFile file;
    private @Nullable Plain lastPlain;

    DependantsDesk(Run run, Association association) throws IOException {
        this.run = run;
        this.dice = new Dice(run.options().seed(), "dependants", association.code());
        this.fileName = "dependants-" + association.twoDigits() + ".csv";
        this.file = new PlantedFile(run.out().resolve(fileName), new Utf8());
    }

    /// Writes the row of this dependant.
    ///
    /// @return the number that is held in the end, empty if none
    String take(Person person, boolean numberOnSlip, long position) throws IOException {
        boolean handedIn = !(dice.chance(NOT_HANDED_IN) && numberOnSlip);
        if (!handedIn) {
            return "";
        }
        String number = run.numbers().individual(person.index());
        String own = run.numbers().own(person.index());
        String user = person.userNumber();
        Plain before = lastPlain;
        DependantsFault fault = run.dependantsFaults().due(position, kind -> switch (kind) {
            case BYTE_ORDER_MARK -> file.lines() == 0;
            case NUMBER_OF_ANOTHER -> before != null;
            case BAD_CHECK_DIGIT, DUPLICATE_ROW, SECOND_NUMBER, FULL_WIDTH_DIGITS, MISSING_COLUMN, TRAILING_COMMA ->
                true;
        });
        if (fault == null) {
            lastPlain = new Plain(user, number, file.write(number, user, own));
            return number;
        }
        String held = "";
        long line = switch (fault) {
            case BYTE_ORDER_MARK -> file.write("\uFEFF" + number, user, own);
            case BAD_CHECK_DIGIT -> file.write(Damage.badCheckDigit(number), user, own);
            case NUMBER_OF_ANOTHER -> numberOfAnother(user, own);
            case FULL_WIDTH_DIGITS -> file.write(fullWidth(number), user, own);
            case MISSING_COLUMN -> file.write(number, user);
            case TRAILING_COMMA -> file.write(number, user, own, "");
            case DUPLICATE_ROW, SECOND_NUMBER -> {
                long good = file.write(number, user, own);
                file.note(good, fault.column(), fault.word(), "registered", user);
                held = number;
                String again = fault == DependantsFault.DUPLICATE_ROW
                        ? number
                        : run.spares().planted();
                yield file.write(again, user, own);
            }
        };
        file.note(line, fault, user);
        return held;
    }

    private long numberOfAnother(String user, String own) throws IOException {
        Plain winner = lastPlain;
        if (winner == null) {
            throw new IllegalStateException("nobody to take a number from");
        }
        DependantsFault fault = DependantsFault.NUMBER_OF_ANOTHER;
        file.note(winner.line(), fault.column(), fault.word(), "registered", winner.userNumber());
        lastPlain = null;
        return file.write(winner.number(), user, own);
    }

    private static String fullWidth(String number) {
        StringBuilder wide = new StringBuilder(number.length());
        number.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        return wide.toString();
    }

    long tell(RecordFile truth) throws IOException {
        return file.tell(truth, fileName, 0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
