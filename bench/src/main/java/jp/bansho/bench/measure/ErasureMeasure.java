package jp.bansho.bench.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Figures;
import jp.bansho.bench.report.Section;

/// Erasing half of an association's people, with the approval used up, all pad blocks sealed anew
/// and the keys destroyed, against plainly deleting the same rows of the same tables; alternately,
/// in the same run. And what the scheme costs in space.
public final class ErasureMeasure {

    private static final List<String> TABLES = List.of(
            "linkage.subject", "vault.sealed_number", "vault.number_index", "retention.death", "retention.deadline");
    private static final int BYTES_OF_A_PAD_POSITION = 8;

    private final Site site;
    private final long people;
    private final int rounds;

    /// @param people of all associations of the population; about half of the measured one's are erased
    public ErasureMeasure(Site site, long people, int rounds) {
        this.site = site;
        this.people = people;
        this.rounds = rounds;
    }

    private record Round(long gone, double erased, double whole, double plain) {

        double ratio() {
            return erased / plain;
        }
    }

    /// Measures and adds bars and a table.
    public Results run() throws Exception {
        var results = new Results();
        var population = site.population("erasure", people, 1, 77, false);
        var clerk = Site.hire(site.database(), "b-clerk", "clerk", "pension", Site.MEASURED);
        var senior = Site.hire(site.database(), "b-senior", "senior-clerk", "pension", Site.MEASURED);
        var found = new ArrayList<Round>();
        var bytes = 0.0;
        try (var worker = WorkerProcess.start(site.home())) {
            for (var round = 0; round <= rounds; round++) {
                new Intakes(site, worker).intoEmpty(population, List.of(Site.MEASURED));
                bytes = bytesEach();
                var measured = round(worker, Site.MEASURED, clerk, senior, round % 2 == 0);
                site.say("erasure: %,d people, %.2f s, plainly %.2f s / 廃棄"
                        .formatted(measured.gone(), measured.erased(), measured.plain()));
                if (round > 0) {
                    found.add(measured); // the first one warmed up
                }
            }
        }
        var middle = found.stream()
                .sorted(Comparator.comparingDouble(Round::ratio))
                .toList()
                .get(found.size() / 2);
        results.add(Bar.atMost("erasure / deleting the same rows plainly", middle.ratio(), 3, middle.gone()));
        results.add(Bar.atMost("crypto-erasure, bytes a person", bytes, 64, middle.gone() * 2));
        results.add(
                new Section(
                        "Erasure",
                        List.of(
                                "round",
                                "people erased",
                                "until the keys are gone, s",
                                "with vacuum and certificate, s",
                                "plain delete, s",
                                "ratio"),
                        found.stream()
                                .map(round -> List.of(
                                        String.valueOf(found.indexOf(round) + 1),
                                        Figures.shown((double) round.gone()),
                                        Figures.shown(round.erased()),
                                        Figures.shown(round.whole()),
                                        Figures.shown(round.plain()),
                                        Figures.shown(round.ratio())))
                                .toList(),
                        "The plain delete commits the same rows, named by a list of handles, of tables with the same columns and indexes, as administrator, without row"
                                + " security. Bytes a person: pad blocks with their index, divided by the numbers, and the position of the pad in each row."));
        return results;
    }

    private Round round(WorkerProcess worker, int code, long clerk, long senior, boolean plainFirst) throws Exception {
        Sql.run(site.database(), "truncate retention.death, retention.deadline, retention.hold");
        due("pension", "death", "confirmed_on", "'2015-11-01'", "'2025-11-02'");
        due("tax", "deadline", "deadline", "'2015-11-01'", "'2023-01-11'");
        twins();
        Sql.run(site.database(), "vacuum analyze");
        Sql.run(site.database(), "checkpoint");
        var plain = plainFirst ? plainly() : 0;
        var run = (long) Double.parseDouble(worker.ask("order-erasure", code, clerk, senior)[1]);
        Sql.run(site.database(), "checkpoint");
        var began = Double.parseDouble(Sql.text(site.database(), "select extract(epoch from clock_timestamp())"));
        var done = worker.work("erase", code, clerk, run);
        var gone = Double.parseDouble(Sql.text(
                site.database(), "select extract(epoch from max(at)) from audit.record where event = 'keys-gone'"));
        if (!plainFirst) {
            Sql.run(site.database(), "checkpoint");
            plain = plainly();
        }
        Sql.run(site.database(), "drop schema bench cascade");
        return new Round(done.rows(), gone - began, done.seconds(), plain);
    }

    /// Every second person is due, whichever the use.
    private void due(String use, String table, String column, String day, String from) throws Exception {
        Sql.run(site.database(), """
                insert into retention.%s (association, subject, %s, erase_from, source, entered_by, entered_at)
                select association, id, %s, %s, 'bench', 'bench', now() from linkage.subject where %s_use and id %% 2 = 0
                """.formatted(table, column, day, from, use));
    }

    private void twins() throws Exception {
        Sql.run(site.database(), "drop schema if exists bench cascade; create schema bench");
        for (var table : TABLES) {
            var twin = "bench." + Path.of(table.replace('.', '/')).getFileName();
            Sql.run(
                    site.database(),
                    "create %s table %s (like %s including all)"
                            .formatted(table.endsWith("number_index") ? "unlogged" : "", twin, table));
            Sql.run(site.database(), "insert into %s overriding system value select * from %s".formatted(twin, table));
        }
        Sql.run(site.database(), """
                create table bench.gone (subject bigint primary key);
                insert into bench.gone select id from linkage.subject where id % 2 = 0
                """);
    }

    private double plainly() throws Exception {
        try (var connection = site.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var began = System.nanoTime();
            statement.execute("delete from bench.number_index where subject in (select subject from bench.gone)");
            statement.execute("delete from bench.sealed_number where subject in (select subject from bench.gone)");
            statement.execute("delete from bench.death where subject in (select subject from bench.gone)");
            statement.execute("delete from bench.deadline where subject in (select subject from bench.gone)");
            statement.execute("delete from bench.subject where id in (select subject from bench.gone)");
            connection.commit();
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private double bytesEach() throws Exception {
        var numbers = Sql.number(site.database(), "select count(*) from vault.sealed_number");
        Sql.run(site.database(), "vacuum full vault.pad_block");
        return (double) Sql.number(site.database(), "select pg_total_relation_size('vault.pad_block')") / numbers
                + BYTES_OF_A_PAD_POSITION;
    }
}
