package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plays the answers of the next odd month for one association: `identity-results-AA-2.csv` without
/// faults. Everybody is asked about again, in the same way as before (duties J6, N8). Only with
/// `--next-month`.
final class NextMonthDesk implements Closeable {

    private final Run run;
    private final Association association;
    private final NextMonth shared;
    private final ResultsPart file;
    private final ResultsRow.Month month;
    private final String movedOn;
    private final Dice dice;
    private final Places places;

    NextMonthDesk(Run run, Association association, NextMonth shared) throws IOException {
        this.run = run;
        this.association = association;
        this.shared = shared;
        this.file = new ResultsPart(run.out(), "identity-results-" + association.twoDigits() + "-2.csv");
        this.month = ResultsRow.Month.second(run.options().taxYear());
        this.movedOn = ResultsRow.Month.first(run.options().taxYear()).from();
        this.dice = new Dice(run.options().seed(), "next month", association.code());
        this.places = new Places(association);
    }

    void take(Answer answer) throws IOException {
        ResidentEvent event = event(answer);
        String day = day();
        Place elsewhere = places.elsewhere(answer.place(), dice);
        switch (answer.fate()) {
            case NO_HIT -> write(answer, asked(answer).noHit());
            case SEVERAL_HITS -> several(answer);
            case FOUND_DEAD -> {
                // on the first day of this period
                ResultsRow row = found(answer, answer.place(), answer.number()).moved("23", month.from());
                write(answer, row.set(23, "2"));
            }
            case FOUND, FOUND_MOVED -> {
                String number =
                        event == ResidentEvent.NUMBER_CHANGED ? run.spares().planted() : answer.number();
                Place place = event == ResidentEvent.MOVED ? elsewhere : answer.place();
                ResultsRow row = found(answer, place, number);
                if (answer.fate() == Answer.Fate.FOUND_MOVED) {
                    // before this period: the register's last change, but none that is asked about
                    row.moved("11", movedOn).set(22, "0");
                }
                if (event != null) {
                    row.moved(event.reason(), day);
                    mark(row, event);
                    shared.tell(association, answer, event, day, place, number);
                }
                write(answer, row);
            }
        }
    }

    private static void mark(ResultsRow row, ResidentEvent event) {
        switch (event) {
            case NUMBER_CHANGED -> row.set(ResultsRow.CHANGE_STATUS, "2");
            case DIED -> row.set(23, "2");
            case MOVED -> row.set(ResultsRow.CHANGE_STATUS, "1");
            case LEFT -> {
                // no item changed; the reason says it
            }
        }
    }

    /// Rolled for everybody, so that what one person meets does not shift the others.
    private @Nullable ResidentEvent event(Answer answer) {
        int roll = dice.below(10_000);
        for (ResidentEvent event : ResidentEvent.values()) {
            roll -= event.perTenThousand();
            if (roll < 0) {
                return event == ResidentEvent.MOVED && !answer.byCode() ? null : event;
            }
        }
        return null;
    }

    /// In November or December.
    private String day() {
        return run.options().taxYear() + (dice.below(2) == 0 ? "11" : "12") + Digits.padded(dice.between(2, 28), 2);
    }

    private ResultsRow asked(Answer answer) {
        return ResultsRow.request(
                file.request(answer.person().kind()),
                answer.person(),
                answer.place(),
                answer.code(),
                answer.byCode(),
                month);
    }

    private ResultsRow found(Answer answer, Place place, String number) {
        return asked(answer).found(1, 1, answer.person(), place, answer.code(), number);
    }

    private void several(Answer answer) throws IOException {
        String request = file.request(answer.person().kind());
        List<Long> indexes = answer.alike();
        for (int hit = 1; hit <= indexes.size(); hit++) {
            long index = indexes.get(hit - 1);
            write(
                    answer,
                    ResultsRow.request(request, answer.person(), answer.place(), "", false, month)
                            .found(
                                    hit,
                                    indexes.size(),
                                    answer.person(),
                                    answer.place(),
                                    run.numbers().resident(index),
                                    run.numbers().individual(index)));
        }
    }

    private void write(Answer answer, ResultsRow row) throws IOException {
        file.of(answer.person().kind()).write(row.cells());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
