package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.ledger.TwoPeople;
import jp.bansho.numbers.job.Batch;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.taxfile.ReportBlock.Done;

/// The writing of one parcel in the transaction that makes it whole.
final class ReportWriting {

    private final Connection connection;
    private final Actor actor;
    private final TwoPeople people;
    private final Output output;
    private final Job job;
    private final Clock clock;
    private final SubmittedSlips slips;
    private int part;

    ReportWriting(Connection connection, Actor actor, TwoPeople people, Output output, Job job, Clock clock) {
        this.connection = connection;
        this.actor = actor;
        this.people = people;
        this.output = output;
        this.job = job;
        this.clock = clock;
        this.slips = new SubmittedSlips(output.preview().report());
    }

    /// Writes the parcel and everything that is kept of it.
    List<Entry> run(ReportPass pass, Runnable complete, Label label, ReportReading reading, Jobs jobs)
            throws IOException, SQLException {
        var preview = output.preview();
        var keys = reading.keys();
        var recipient = keys.recipient(output.sending().recipient()).orElseThrow();
        try (var writer = ParcelWriter.begin(output.folder(), label, keys.signing(), recipient, clock)) {
            var files = new ReportFiles(pass, preview.report(), output.sending().capacity(), this::keep);
            files.write(writer);
            complete.run();
            verify(pass);
            var delivered = writer.finish();
            OutputTable.written(
                    connection, output.id(), delivered.manifestHash(), pass, files.files(), clock.instant());
            OutputTable.step(
                    connection,
                    output.id(),
                    new Output.Step(
                            Output.Act.CREATED,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            actor.name(),
                            people.witness().account(),
                            "",
                            delivered.manifestHash()));
            note(pass, jobs);
            var event = new TaxfileEvent.ReportWritten(
                    output.id(),
                    output.parcel(),
                    delivered.manifestHash(),
                    files.files().size(),
                    pass.slips,
                    pass.filled,
                    pass.missingCount,
                    output.sending().recipient(),
                    people.witness().account());
            var entries = new ArrayList<Entry>();
            entries.add(new Entry(actor.stamp(null, job.purpose(), null, job.id()), event));
            Transactions.enter(connection, new Scope.Media(0));
            var written = reading.ledger().outgoing().written(connection, people, delivered);
            entries.addAll(written.entries());
            written.value();
            return entries;
        }
    }

    private void keep(Done done) {
        try {
            OutputTable.marks(connection, output.id(), ++part, done.marks());
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the marks of the slips cannot be kept", e));
        }
        if (output.preview().mode() == Mode.FIRST) {
            firstMarks(done);
        } else {
            slips.add(done.marks());
        }
    }

    private void firstMarks(Done done) {
        for (var at = SlipMarks.LENGTH - 1; at < done.marks().length(); at += SlipMarks.LENGTH) {
            if (!output.preview().report().isNew(done.marks().array()[at])) {
                throw TaxfileRefused.mark(0);
            }
        }
    }

    /// Holds what was written against what was approved.
    private void verify(ReportPass pass) throws SQLException {
        var preview = output.preview();
        if (pass.violationCount > 0
                || pass.missingCount > preview.missing()
                || !Previews.digest(preview.report(), preview.mode(), preview.taxYear(), preview.sourceHash(), pass)
                        .equals(preview.digest())) {
            throw TaxfileRefused.previewChanged();
        }
        if (preview.mode() != Mode.FIRST) {
            slips.verify(connection, preview.taxYear());
        }
    }

    private void note(ReportPass pass, Jobs jobs) throws SQLException {
        TaxfileTable.replace(connection, job.id(), pass.missing);
        var line = 1L;
        for (var number = 1; number <= pass.outcomes.size(); number++) {
            var outcomes = pass.outcomes.get(number - 1);
            jobs.replace(connection, job, new Batch(number, line, 0, outcomes));
            line += outcomes.length();
        }
    }
}
