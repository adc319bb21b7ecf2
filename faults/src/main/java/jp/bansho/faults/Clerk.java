package jp.bansho.faults;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import jp.bansho.access.account.Slip;
import jp.bansho.faults.Line.Answer;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.testing.SoftAuthenticator;

/// Somebody at a terminal who registers people one by one and looks at their numbers, and notes in the ledger what was
/// sent and what was acknowledged.
final class Clerk implements AutoCloseable {

    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern GROUPED = Pattern.compile("(?<![0-9])([0-9]{4} [0-9]{4} [0-9]{4})(?![0-9])");
    private static final Pattern TRACE = Pattern.compile("\\sat [a-z]+\\.[a-z.]+\\(|Exception");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
    private static final AtomicInteger TURN = new AtomicInteger();

    private final Slip slip;
    private final SoftAuthenticator key;
    private final Ledger ledger;
    private final Tally tally;
    private Line line;
    private boolean enrolled;
    private int done;

    Clerk(Slip slip, int port, Ledger ledger, Tally tally) {
        this.slip = slip;
        this.key = new SoftAuthenticator("https://localhost:" + port);
        this.ledger = ledger;
        this.tally = tally;
        this.line = new Line(port);
    }

    /// How many registrations and reveals were acknowledged so far.
    int done() {
        return done;
    }

    /// Comes in, the first time with the slip.
    void comeIn(int port) throws IOException {
        line.close();
        line = new Line(port);
        if (!enrolled) {
            line.get("/first");
            line.post("/first", "id", slip.account(), "password", slip.temporaryPassword());
            var made = line.post(
                    "/enrol", "credential", key.create(line.get("/enrol").found(OPTIONS)));
            enrolled = made.status() == 302;
        }
        line.get("/login");
        var options = line.post("/login", "id", slip.account()).found(OPTIONS);
        var in = line.post("/login/passkey", "id", slip.account(), "credential", key.get(options));
        if (in.status() != 302 || line.get("/").status() != 200) {
            throw new IOException("a clerk could not come in: " + in.status() + " " + in.location());
        }
    }

    /// Works until told to stop, or until the server is gone.
    void work(BooleanSupplier goesOn) {
        try {
            while (goesOn.getAsBoolean()) {
                turn();
            }
        } catch (IOException e) {
            // the server went away in the middle of an answer; what it had acknowledged stands in the ledger
            return;
        }
    }

    /// One person, registered and looked at.
    ///
    /// @return whether both were acknowledged
    boolean turn() throws IOException {
        var turn = TURN.incrementAndGet();
        var userNumber = "%02d9%07d".formatted(Site.HERE, turn);
        var number = number(turn);
        var form = seen(line.get("/people/new"));
        var confirm = seen(line.post(
                "/people/new",
                "once",
                form.found(ONCE),
                "purpose",
                "P-01",
                "kind",
                "RECIPIENT",
                "userNumber",
                userNumber,
                "number",
                number,
                "second",
                ""));
        if (confirm.status() != 200) {
            return false;
        }
        ledger.sent(userNumber, number);
        var place =
                seen(line.post("/people/new/done", "key", confirm.found(KEY))).location();
        if (!place.startsWith("/people/" + Site.HERE + "/")) {
            return false;
        }
        ledger.acknowledged(userNumber, number);
        done++;
        return look(place, number, "F-" + turn);
    }

    private boolean look(String place, String number, String caseReference) throws IOException {
        var person = seen(line.get(place));
        if (person.status() != 200) {
            return false;
        }
        ledger.asked(caseReference);
        var shown = line.post(
                place + "/number", "once", person.found(ONCE), "purpose", "P-03", "caseReference", caseReference);
        var grouped = shown.found(GROUPED);
        if (grouped.isEmpty()) {
            seen(shown);
            return false;
        }
        ledger.seen(caseReference);
        tally.wrong(!grouped.replace(" ", "").equals(number), "another number was shown than the one registered");
        done++;
        return true;
    }

    /// An answer that reports trouble says it in words, shows no inside, and no number.
    private Answer seen(Answer answer) {
        if (answer.status() >= 400) {
            tally.wrong(TRACE.matcher(answer.page()).find(), "a page shows the inside: " + answer.status());
            tally.wrong(NUMBER.matcher(answer.page()).find(), "a page of trouble shows a number: " + answer.status());
            tally.wrong(answer.page().isBlank(), "a page of trouble says nothing: " + answer.status());
        }
        return answer;
    }

    /// A number that nobody of the town has.
    private String number(int turn) {
        var first = 55_500_000_000L + turn * 7_919L;
        var number = "%011d%d".formatted(first, IndividualNumber.checkDigit(first));
        return ledger.taken(number) ? number(turn + 1_000_000) : number;
    }

    @Override
    public void close() {
        line.close();
    }
}
