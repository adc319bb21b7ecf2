package jp.bansho.numbers.taxfile;

import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.Rules;
import jp.bansho.media.ledger.MediaAnswer;
import jp.bansho.media.ledger.NotedParcel;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.taxfile.Output.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The custody of output files (提出ファイルの管理): from the creation to submission, receipt, return and
/// destruction; who, when, with whom, on which proof. Steps are added, never changed; the database
/// holds to their order.
@Component
public class Custodies {

    private static final String OUT_OF_ORDER = "BE003";
    private static final String TAKEN_ALREADY = "23505";

    private final Transactions transactions;
    private final ReportReading reading;
    private final Clock clock;

    Custodies(Transactions transactions, ReportReading reading, Clock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.clock = clock;
    }

    /// Hands the medium over for submission; the ledger of media notes it in the same commit.
    ///
    /// @param takenBy handle of who took it: a carrier, or the office's counter
    public Output submit(Actor actor, @Nullable Actor witness, long output, String takenBy) {
        var people = Reports.two(actor, witness);
        return step(actor, people.witness().account(), output, Act.SUBMITTED, takenBy, "", true);
    }

    /// Notes the recipient's receipt.
    ///
    /// @param receipt number of the receipt (受付番号)
    public Output receipted(Actor actor, long output, String receipt) {
        return step(actor, "", output, Act.RECEIPTED, "", receipt, false);
    }

    /// Notes that the medium came back.
    public Output returned(Actor actor, @Nullable Actor witness, long output, String broughtBy) {
        var people = Reports.two(actor, witness);
        return step(actor, people.witness().account(), output, Act.RETURNED, broughtBy, "", false);
    }

    /// Notes that the files exist no more.
    ///
    /// @param certificate number of the certificate of the ledger of media, or of the recipient
    public Output destroyed(Actor actor, @Nullable Actor witness, long output, String certificate) {
        var people = Reports.two(actor, witness);
        return step(actor, people.witness().account(), output, Act.DESTROYED, "", certificate, false);
    }

    /// The newest outputs with their steps.
    public List<Output> newest(Actor actor, int most) {
        return transactions.read(actor.federationScope(), connection -> OutputTable.newest(connection, most));
    }

    /// One output.
    public Output one(Actor actor, long output) {
        return transactions.read(actor.federationScope(), connection -> Reports.find(connection, output));
    }

    /// The files in an output's parcel.
    public List<OutputFile> files(Actor actor, long output) {
        return transactions.read(actor.federationScope(), connection -> OutputTable.files(connection, output));
    }

    /// The fields an output left empty, by line; that they were shown is on record.
    public List<Missing> missing(Actor actor, long output) {
        return transactions.recorded(actor.federationScope(), connection -> {
            var known = Reports.find(connection, output);
            var job = known.job();
            var missing = job == null ? List.<Missing>of() : TaxfileTable.missing(connection, job);
            var event = new TaxfileEvent.ShortfallShown(output, missing.size());
            return new Recorded<>(
                    missing, List.of(Previews.entry(actor, known.preview().report(), event)));
        });
    }

    private Output step(
            Actor actor, String witness, long id, Act act, String counterpart, String reference, boolean handedOver) {
        var scope = actor.federationScope();
        requirePlain(counterpart.isEmpty() ? reference : counterpart);
        transactions.recorded(scope, connection -> {
            var output = Reports.find(connection, id);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            try {
                OutputTable.step(
                        connection, id, new Output.Step(act, now, actor.name(), witness, counterpart, reference));
            } catch (SQLException e) {
                throw refused(e);
            }
            var event = new TaxfileEvent.CustodyNoted(id, output.parcel(), act.word(), counterpart, reference, witness);
            var entries = new ArrayList<Entry>();
            entries.add(Previews.entry(actor, output.preview().report(), event));
            if (handedOver) {
                var answer = handOver(connection, actor, witness, output, counterpart);
                answer.value();
                entries.addAll(answer.entries());
            }
            return new Recorded<>(true, entries);
        });
        return one(actor, id);
    }

    private MediaAnswer<NotedParcel> handOver(
            java.sql.Connection connection, Actor actor, String witness, Output output, String takenBy)
            throws SQLException {
        Transactions.enter(connection, new Scope.Media(0));
        var two = Reports.two(actor, new Actor(witness, actor.role(), 0));
        return reading.ledger().outgoing().handOver(connection, two, new ParcelNumber(output.parcel()), takenBy);
    }

    /// One line without anything that could be a number.
    private static void requirePlain(String text) {
        try {
            Rules.text("reference", text);
        } catch (IllegalArgumentException e) {
            throw new TaxfileRefused("text", "write one line without twelve digits", "12桁の数字を含まない1行で書いてください");
        }
    }

    private static RuntimeException refused(SQLException e) {
        return OUT_OF_ORDER.equals(e.getSQLState()) || TAKEN_ALREADY.equals(e.getSQLState())
                ? TaxfileRefused.state("the output file is not where this step begins", "提出ファイルは、この手続きができる状態ではありません")
                : new StoreBroken(e);
    }
}
