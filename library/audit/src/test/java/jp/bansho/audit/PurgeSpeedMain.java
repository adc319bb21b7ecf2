package jp.bansho.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measures the purge of a large record (L6): `PurgeSpeedMain [records]`. Prints how long writing,
/// purging in batches of 5,000 and verifying take, and the longest batch, for which nobody else can
/// record.
final class PurgeSpeedMain {

    private static final int BATCH = 5_000;
    private static final Instant LONG_AGO = Instant.parse("2015-04-01T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2018-01-01T00:00:00Z");

    private PurgeSpeedMain() {}

    static void main(String[] arguments) throws SQLException, IOException {
        int records = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        var database = new AuditDatabase();
        database.execute("update audit.purge_rule set keep_newest = 1000");
        var began = System.nanoTime();
        var old = new AuditTrail(database.signer, database.trusted, InstantSource.fixed(LONG_AGO));
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            for (int done = 0; done < records; done += BATCH) {
                old.append(connection, Collections.nCopies(BATCH, AuditDatabase.entry("a case number of some length")));
                connection.commit();
            }
        }
        database.write(2_000, 1_000);
        print("written", began);
        began = System.nanoTime();
        var batches = new ArrayList<Long>();
        try (var connection = database.application();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (long first = 1; first <= records; first += BATCH) {
                var start = System.nanoTime();
                var said = new DetailsPurged(1, BEFORE, BATCH, first, first + BATCH - 1);
                var head = database.trail.append(connection, List.of(new Entry(AuditDatabase.STAMP, said)));
                statement.execute("set local role bansho_purger");
                statement.execute("select audit.purge_details(" + head.seq() + ")");
                connection.commit();
                batches.add(System.nanoTime() - start);
            }
        }
        print("purged", began);
        Collections.sort(batches);
        System.out.println("batch median " + Duration.ofNanos(batches.get(batches.size() / 2)) + ", longest "
                + Duration.ofNanos(batches.getLast()));
        began = System.nanoTime();
        var heads = Files.createTempFile("heads", ".jsonl");
        try (var connection = database.application()) {
            new HeadFile(heads, database.trusted).export(connection);
            var verification = new AuditVerifier(heads, database.trusted).verify(connection);
            print("verified, sound " + verification.sound() + ", purged " + verification.purged(), began);
        }
        System.exit(0);
    }

    private static void print(String what, long began) {
        System.out.println(what + ": " + Duration.ofNanos(System.nanoTime() - began));
    }
}
