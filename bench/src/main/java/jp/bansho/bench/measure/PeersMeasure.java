package jp.bansho.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Section;
import jp.bansho.population.Truth;
import org.jspecify.annotations.Nullable;

/// Intake against others' ways to keep numbers, on the same rows and as many: their rows come ready from a plain file,
/// ours from the real ones with all checks, look-ups and records.
public final class PeersMeasure {

    private static final long MOST = 200_000;

    private final Site site;
    private final WorkerProcess worker;
    private final Path warmUp;
    private final long people;
    private final int rounds;

    PeersMeasure(Site site, WorkerProcess worker, Path warmUp, long people, int rounds) {
        this.site = site;
        this.worker = worker;
        this.warmUp = warmUp;
        this.people = Math.min(MOST, people);
        this.rounds = rounds;
    }

    /// A peer and the bar against it.
    private record Peer(String word, String name, double bar) {}

    private static final List<Peer> PEERS = List.of(
            new Peer("jpa", "JPA/Hibernate batch", 2),
            new Peer("shardingsphere", "ShardingSphere-JDBC encrypt", 3),
            new Peer("pgcrypto", "pgcrypto", 2));

    void run(Results results) throws Exception {
        var population = site.population("peers", people, 1, 17, false);
        var rows = write(population, site.file("peer-rows.tsv"));
        var warmRows = write(warmUp, site.file("peer-warm-up-rows.tsv"));
        var ours = new ArrayList<Timed>();
        var theirs = new ArrayList<Timed>();
        for (var peer : PEERS) {
            for (var round = 0; round < rounds; round++) {
                ours.add(new Intakes(site, worker).intoEmpty(population, List.of(Site.MEASURED)));
            }
            site.empty();
            theirs.add(rounds(peer, rows, warmRows));
            site.say("%s: %,.0f rows/s / 比較対象"
                    .formatted(peer.name, theirs.getLast().rate()));
        }
        var middle = Timed.median(ours);
        var table = new ArrayList<List<String>>();
        table.add(middle.row("ours"));
        for (var i = 0; i < PEERS.size(); i++) {
            var peer = PEERS.get(i);
            results.add(Bar.atLeast(
                    "intake / " + peer.name, middle.rate() / theirs.get(i).rate(), peer.bar, people));
            table.add(theirs.get(i).row(peer.name));
        }
        Site.remove(population);
        results.add(new Section(
                "Peers",
                Timed.COLUMNS,
                table,
                "Empty tables, at most %,d people for all of them, ours too; medians of %d (ours of %d)."
                        .formatted(MOST, rounds, ours.size())));
    }

    private Timed rounds(Peer peer, Path rows, Path warmRows) throws Exception {
        var database = site.newDatabase("peer");
        var module = Path.of(System.getProperty("bansho.root", "."), "bench", "peers", "target");
        var command = WorkerProcess.java("jp.bansho.bench.peers.PeerMain", module + "/classes:" + module + "/lib/*");
        command.addAll(
                List.of(peer.word, database.url(), database.user(), rows.toString(), warmRows.toString(), "" + rounds));
        var process = new ProcessBuilder(command)
                .redirectError(site.file(peer.word + ".txt").toFile())
                .start();
        var timed = new ArrayList<Timed>();
        try (var answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.equals("begin")) {
                    timed.add(site.meter().time(process.pid(), () -> done(answers.readLine())));
                }
            }
        }
        if (timed.size() != rounds) {
            throw new IOException(peer.name + " did not finish:\n" + Files.readString(site.file(peer.word + ".txt")));
        }
        Sql.run(
                site.database(),
                "drop database " + database.url().substring(database.url().lastIndexOf('/') + 1) + " with (force)");
        return Timed.median(timed);
    }

    private static Meter.Done done(@Nullable String line) throws IOException {
        if (line == null || !line.startsWith("end\t")) {
            throw new IOException("the peer stopped");
        }
        var words = line.split("\t", -1);
        return new Meter.Done(Long.parseLong(words[1]), Double.parseDouble(words[2]));
    }

    /// The people whose numbers an intake registers, in the form the peers read.
    private static Path write(Path population, Path file) throws IOException {
        try (var people = Truth.of(population).people();
                var out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            var subject = 1024L;
            for (var person : (Iterable<Truth.Person>) people::iterator) {
                if (!person.number().isEmpty()) {
                    var own = person.kind().code() == 3 ? person.ownNumber() : "";
                    out.write(subject++ + "\t" + person.kind().code() + "\t" + person.userNumber() + "\t" + own + "\t"
                            + person.number() + "\n");
                }
            }
        }
        return file;
    }
}
