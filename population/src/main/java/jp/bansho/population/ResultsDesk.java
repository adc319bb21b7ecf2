package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plays the answers that come back from the resident register network for one association:
/// `identity-results-AA.csv`, and with faults `identity-results-AA-2.csv` of the next odd month
/// (duties N4, N8).
final class ResultsDesk implements Closeable {

    private static final int BY_CODE = 8_000;
    private static final int NO_HIT = 50;
    private static final int SEVERAL_HITS = 30;
    private static final int MOVED = 300;
    private static final int DEAD = 40;
    private static final int ASKED_AGAIN = 1_000;

    /// Somebody whose row is registered and touched by no fault.
    private record Plain(String userNumber, String number, long line) {
        @Override
        public String toString() {
            return "Plain[…]";
        }
    }

    private final Run run;
    private final Association association;
    private final Dice dice;
    private final Dice again;
    private final ResultsPart first;
    private final @Nullable ResultsPart second;
    private final ResultsRow.Month month;
    private final ResultsRow.Month nextMonth;
    private final RegisterDesk register;
    private final PensionersDesk pensioners;
    private final @Nullable NextMonthDesk later;
    private final Places places;
    private final Dice elsewhere;
    private @Nullable Plain lastPlain;
    private long extra;

    ResultsDesk(Run run, Association association, Shared shared) throws IOException {
        this.run = run;
        this.association = association;
        this.dice = new Dice(run.options().seed(), "results", association.code());
        this.again = new Dice(run.options().seed(), "next results", association.code());
        String name = "identity-results-" + association.twoDigits();
        this.first = new ResultsPart(run.out(), name + ".csv");
        this.second = run.options().faults() ? new ResultsPart(run.out(), name + "-2.csv") : null;
        int year = run.options().taxYear();
        this.month = ResultsRow.Month.first(year);
        this.nextMonth = ResultsRow.Month.second(year);
        this.register = shared.register();
        this.pensioners = new PensionersDesk(run, association);
        NextMonth events = shared.nextMonth();
        this.later = events == null ? null : new NextMonthDesk(run, association, events);
        this.places = new Places(association);
        this.elsewhere = new Dice(run.options().seed(), "elsewhere", association.code());
    }

    /// Writes what the register answers about this recipient or spouse.
    ///
    /// @return the number that is held in the end, empty if none
    String take(Person person, Place place, long position) throws IOException {
        Answer answer = decide(person, place);
        register.take(answer, places.elsewhere(place, elsewhere));
        pensioners.take(answer);
        if (later != null) {
            later.take(answer);
        }
        PlantedFile file = first.of(person.kind());
        String request = first.request(person.kind());
        return switch (answer.fate()) {
            case NO_HIT -> noHit(file, asked(request, answer), person);
            case SEVERAL_HITS -> severalHits(file, request, answer);
            case FOUND -> found(file, row(request, answer), answer, position);
            case FOUND_MOVED -> {
                ResultsRow row = row(request, answer).moved("11", month.from());
                yield found(file, row.set(ResultsRow.CHANGE_STATUS, "1"), answer, position);
            }
            case FOUND_DEAD -> {
                ResultsRow row = row(request, answer).moved("23", month.to());
                yield found(file, row.set(23, "2"), answer, position);
            }
        };
    }

    private Answer decide(Person person, Place place) {
        int roll = dice.below(10_000);
        boolean byCode = dice.chance(BY_CODE);
        int hits = dice.between(2, 4);
        boolean moved = dice.chance(MOVED);
        boolean dead = person.kind() == Kind.RECIPIENT && dice.chance(DEAD);
        Answer.Fate found = dead ? Answer.Fate.FOUND_DEAD : moved ? Answer.Fate.FOUND_MOVED : Answer.Fate.FOUND;
        boolean several = roll >= NO_HIT && roll < NO_HIT + SEVERAL_HITS;
        List<Long> strangers = new ArrayList<>();
        for (int hit = 2; several && hit <= hits; hit++) {
            strangers.add(run.spares().stranger());
        }
        return new Answer(
                person,
                place,
                roll < NO_HIT ? Answer.Fate.NO_HIT : several ? Answer.Fate.SEVERAL_HITS : found,
                byCode && !several,
                run.numbers().resident(person.index()),
                run.numbers().individual(person.index()),
                strangers);
    }

    private ResultsRow asked(String request, Answer answer) {
        return ResultsRow.request(request, answer.person(), answer.place(), answer.code(), answer.byCode(), month);
    }

    private ResultsRow row(String request, Answer answer) {
        return asked(request, answer).found(1, 1, answer.person(), answer.place(), answer.code(), answer.number());
    }

    private static String noHit(PlantedFile file, ResultsRow asked, Person person) throws IOException {
        file.note(file.write(asked.noHit().cells()), ResultsRow.RESULT_CODE, "no-hit", "no-hit", person.userNumber());
        return "";
    }

    private String found(PlantedFile file, ResultsRow row, Answer answer, long position) throws IOException {
        Person person = answer.person();
        Plain before = lastPlain;
        ResultsFault fault = run.resultsFaults().due(position, kind -> possible(kind, person, before));
        if (fault != null) {
            return plant(fault, file, row, person, answer.number());
        }
        long line = file.write(row.cells());
        Plain plain = new Plain(person.userNumber(), answer.number(), line);
        return nextMonth(person, answer.place(), answer.code(), plain, position);
    }

    private String severalHits(PlantedFile file, String request, Answer answer) throws IOException {
        Person person = answer.person();
        List<Long> alike = answer.alike();
        int hits = alike.size();
        for (int hit = 1; hit <= hits; hit++) {
            long index = alike.get(hit - 1);
            ResultsRow row = asked(request, answer)
                    .found(
                            hit,
                            hits,
                            person,
                            answer.place(),
                            run.numbers().resident(index),
                            run.numbers().individual(index));
            long line = file.write(row.cells());
            file.note(line, ResultsRow.RESULT_CODE, "several-hits", "several-hits", person.userNumber());
        }
        return "";
    }

    private boolean possible(ResultsFault fault, Person person, @Nullable Plain before) {
        return switch (fault) {
            case RECORD_IN_SHIFT_JIS -> !person.name().needsMoreThanJis();
            case NUMBER_OF_ANOTHER -> person.kind() == Kind.RECIPIENT && before != null;
            case BAD_CHECK_DIGIT, ALL_ZERO_NUMBER, NOT_DIGITS, COLUMN_COUNT, BROKEN_UTF_8, MISSING_USER_NUMBER -> true;
            case FOREIGN_USER_NUMBER, INCONSISTENT_HITS, UNKNOWN_CODE, LF_WITHOUT_CR, SECOND_NUMBER -> true;
        };
    }

    private String plant(ResultsFault fault, PlantedFile file, ResultsRow row, Person person, String number)
            throws IOException {
        String[] cells = row.cells();
        String held = "";
        long line = switch (fault) {
            case BAD_CHECK_DIGIT ->
                file.write(row.set(31, Damage.badCheckDigit(number)).cells());
            case ALL_ZERO_NUMBER -> file.write(row.set(31, "000000000000").cells());
            case NOT_DIGITS ->
                file.write(row.set(31, number.substring(0, 5) + "O" + number.substring(6))
                        .cells());
            case COLUMN_COUNT ->
                file.write(
                        person.index() % 2 == 0
                                ? Damage.without(ResultsRow.COLUMNS, cells)
                                : Damage.withOneMore(cells));
            case BROKEN_UTF_8 -> file.writeRaw(Damage.brokenUtf8(ResultsRow.NAME, cells));
            case RECORD_IN_SHIFT_JIS -> file.writeRaw(Damage.inEncoding(run.shiftJis(), cells));
            case MISSING_USER_NUMBER ->
                file.write(row.set(ResultsRow.USER_NUMBER, "").cells());
            case FOREIGN_USER_NUMBER -> {
                String foreign =
                        association.foreignPrefix() + person.userNumber().substring(2);
                yield file.write(row.set(ResultsRow.USER_NUMBER, foreign).cells());
            }
            case INCONSISTENT_HITS -> file.write(row.set(ResultsRow.HITS, "2").cells());
            case UNKNOWN_CODE ->
                file.write(row.set(ResultsRow.RESULT_CODE, "77").cells());
            case LF_WITHOUT_CR -> file.writeRaw(Damage.lineFeedOnly(new Utf8(), cells));
            case NUMBER_OF_ANOTHER -> numberOfAnother(file, row);
            case SECOND_NUMBER -> {
                long good = file.write(cells);
                file.note(good, fault.column(), fault.word(), "registered", person.userNumber());
                held = number;
                String request = Digits.padded(9_000_000_000L + ++extra, 10);
                yield file.write(row.set(ResultsRow.REQUEST, request)
                        .set(ResultsRow.NUMBER, run.spares().planted())
                        .cells());
            }
        };
        file.note(line, fault, person.userNumber());
        return held;
    }

    private long numberOfAnother(PlantedFile file, ResultsRow row) throws IOException {
        Plain winner = lastPlain;
        if (winner == null) {
            throw new IllegalStateException("nobody to take a number from");
        }
        ResultsFault fault = ResultsFault.NUMBER_OF_ANOTHER;
        file.note(winner.line(), fault.column(), fault.word(), "registered", winner.userNumber());
        lastPlain = null;
        return file.write(row.set(ResultsRow.NUMBER, winner.number()).cells());
    }

    /// Asks about one person in ten again two months later; almost all answers are the same.
    private String nextMonth(Person person, Place place, String resident, Plain plain, long position)
            throws IOException {
        boolean asked = again.chance(ASKED_AGAIN);
        NextResultsFault fault = run.nextResultsFaults().due(position, kind -> true);
        if (person.kind() == Kind.RECIPIENT && fault == null) {
            lastPlain = plain;
        }
        if (second == null || (!asked && fault == null)) {
            return plain.number();
        }
        PlantedFile file = second.of(person.kind());
        String number = fault == null ? plain.number() : run.spares().planted();
        ResultsRow row = ResultsRow.request(second.request(person.kind()), person, place, resident, true, nextMonth)
                .found(1, 1, person, place, resident, number);
        if (fault == NextResultsFault.NUMBER_CHANGED) {
            row.moved("34", nextMonth.from()).set(ResultsRow.CHANGE_STATUS, "2");
        }
        long line = file.write(row.cells());
        if (fault != null) {
            file.note(line, fault, person.userNumber());
        }
        return fault == NextResultsFault.NUMBER_CHANGED ? number : plain.number();
    }

    /// Tells the truth about all files of this desk and returns how many rows it names.
    long tell(RecordFile truth) throws IOException {
        return first.tell(truth) + (second == null ? 0 : second.tell(truth));
    }

    @Override
    public void close() throws IOException {
        first.close();
        pensioners.close();
        if (later != null) {
            later.close();
        }
        if (second != null) {
            second.close();
        }
    }
}
