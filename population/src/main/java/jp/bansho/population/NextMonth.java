package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// What happened until the next odd month, all associations together: `resident-events-2.csv`, and
/// the truth about it in `truth/next-month.csv` (duty N8). Only with `--next-month`.
final class NextMonth implements Closeable {

    static final String EVENTS = "resident-events-2.csv";
    static final String TRUTH_FILE = "next-month.csv";
    static final String[] TRUTH = {"association", "user number", "event", "day", "number"};

    private final RecordFile events;
    private final RecordFile truth;

    NextMonth(Path out) throws IOException {
        this.events = new RecordFile(out.resolve(EVENTS), new Utf8());
        this.truth = TruthFiles.open(out, TRUTH_FILE, TRUTH);
    }

    /// Tells the register and the truth what happened to somebody.
    ///
    /// @param place the new address, for somebody who moved
    /// @param number held from then on, 12 digits
    void tell(Association association, Answer answer, ResidentEvent event, String day, Place place, String number)
            throws IOException {
        boolean moved = event == ResidentEvent.MOVED;
        events.write(
                answer.code(),
                event.code(),
                day,
                event.reason(),
                "",
                "",
                moved ? place.full() : "",
                moved ? place.municipality().code() : "",
                "",
                moved ? "0" : "",
                event == ResidentEvent.NUMBER_CHANGED ? number : "");
        truth.write(association.twoDigits(), answer.person().userNumber(), event.word(), day, number);
    }

    @Override
    public void close() throws IOException {
        events.close();
        truth.close();
    }
}
