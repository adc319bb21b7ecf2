package jp.bansho.bench.worker;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.media.Counts;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.Receiving;

/// What flow 1 cannot do without, one by one and with nothing around it: `read`, `ask`, `seal` and `open` on order,
/// words separated by tabs; answers with seconds and rows. No database, no record, no ledger, no sealing on the way.
public final class FlowPartsMain {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();

    private FlowPartsMain() {}

    /// Runs until standard input ends.
    public static void main(String[] arguments) throws Exception {
        var worker = new FlowPartsMain();
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            say("ready");
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                var words = line.split("\t", -1);
                var began = System.nanoTime();
                var rows = worker.work(words);
                say((System.nanoTime() - began) / 1e9 + "\t" + rows);
            }
        }
    }

    private long work(String[] words) throws Exception {
        return switch (words[0]) {
            case "read" -> read(Path.of(words[1]), words[2]);
            case "ask" ->
                new BareLine(Path.of(words[2]))
                        .ask(URI.create(words[1]), words[3], Path.of(words[4]), target(words[5]));
            case "seal" -> seal(Path.of(words[1]), words[2], words[3], Path.of(words[4]), Path.of(words[5]));
            case "open" -> open(Path.of(words[1]), words[2], Path.of(words[3]), target(words[4]));
            default -> throw new IllegalArgumentException("no such order");
        };
    }

    private static OutputStream target(String place) throws IOException {
        return place.equals("-")
                ? OutputStream.nullOutputStream()
                : new BufferedOutputStream(Files.newOutputStream(Path.of(place)), 1 << 16);
    }

    private static long read(Path file, String name) throws IOException {
        var layout = Layouts.find(name);
        var check = new RecordCheck(layout);
        var rows = 0L;
        try (var in = Files.newInputStream(file);
                var reader = new RecordReader(in, layout)) {
            while (reader.next()) {
                if (!check.check(reader, _ -> {})) {
                    throw new IOException("a row that breaks a rule");
                }
                rows++;
            }
        }
        return rows;
    }

    private long seal(Path home, String from, String to, Path file, Path folder) throws IOException {
        var keys = new ParcelKeys(home.resolve("media"));
        var label = new Label(
                ParcelNumber.make(random),
                "measurement",
                "registration",
                "none",
                from,
                to,
                "bench",
                LocalDate.ofInstant(clock.instant(), JAPAN).plusDays(1),
                "none");
        var addressee = keys.recipient(to).orElseThrow();
        try (var writer = ParcelWriter.begin(folder, label, keys.signing(), addressee, clock)) {
            writer.add("measured.csv", out -> {
                Files.copy(file, out);
                return new Counts(0, 0);
            });
            writer.finish();
        }
        return 0;
    }

    private long open(Path home, String organisation, Path folder, OutputStream out) throws IOException {
        var keys = new ParcelKeys(home.resolve("media"));
        var receiving = new Receiving(organisation, Set.of("registration"), keys.senders(), _ -> false, clock);
        try (out;
                var opened = new ParcelReader(receiving).inspect(folder).open(keys.receiving())) {
            var files = opened.manifest().files();
            opened.stream(files.getFirst()).transferTo(out);
            for (var file : files.subList(1, files.size())) {
                opened.stream(file).transferTo(OutputStream.nullOutputStream());
            }
            opened.complete(files.stream().collect(Collectors.toMap(file -> file.name(), file -> file.counts())));
        }
        return 0;
    }

    private static void say(String answer) throws IOException {
        System.out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
