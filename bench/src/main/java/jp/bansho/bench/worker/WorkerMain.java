package jp.bansho.bench.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.bansho.numbers.job.JobKind;

/// Works off orders from standard input, one line each, words separated by tabs; answers one line each: the seconds the
/// call took as the caller sees it, then what the order yields.
public final class WorkerMain {

    private WorkerMain() {}

    /// Runs until standard input ends. `BANSHO_HOME` names the installation.
    public static void main(String[] arguments) throws Exception {
        try (var desk = new Desk();
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var reveals = new Reveals(desk);
            say("ready");
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                var words = line.split("\t", -1);
                var began = System.nanoTime();
                var yield = work(desk, reveals, words);
                say((System.nanoTime() - began) / 1e9
                        + Arrays.stream(yield).mapToObj(each -> "\t" + each).collect(Collectors.joining()));
            }
        }
    }

    private static long[] work(Desk desk, Reveals reveals, String[] words) throws Exception {
        return switch (words[0]) {
            case "intake" -> {
                var sheet = desk.intake(JobKind.valueOf(words[1]), Integer.parseInt(words[2]), Path.of(words[3]));
                yield new long[] {sheet.lines(), sheet.job().id()};
            }
            case "people" -> new long[] {reveals.choosePeople()};
            case "reveal" -> {
                reveals.run(words[1].equals("sealed"), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
                yield new long[] {Long.parseLong(words[3])};
            }
            case "order-erasure" ->
                new long[] {
                    new Erases(desk)
                            .order(Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]))
                };
            case "erase" ->
                new long[] {
                    new Erases(desk)
                            .start(Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]))
                };
            case "tax-prepare" ->
                new TaxSeason(desk)
                        .prepare(
                                Path.of(words[1]),
                                words[2],
                                Integer.parseInt(words[3]),
                                Long.parseLong(words[4]),
                                Long.parseLong(words[5]),
                                words[6]);
            case "tax-write" -> new TaxSeason(desk).write(Long.parseLong(words[1]), Path.of(words[2]));
            case "tax-copy" -> new long[] {new TaxSeason(desk).copy(Path.of(words[1]), Path.of(words[2]))};
            case "truth" -> HeldNumbers.compare(desk, Path.of(words[1]));
            default -> throw new IllegalArgumentException("no such order");
        };
    }

    private static void say(String answer) throws IOException {
        System.out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
