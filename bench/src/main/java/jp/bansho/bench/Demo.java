package jp.bansho.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.bansho.bench.Door.Answer;
import jp.bansho.population.Options;
import jp.bansho.population.Population;
import jp.bansho.population.Progress;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;

/// The demo's steps. Every step that a person would take is taken through the command line, and the result is held
/// against the truth by code of its own.
final class Demo {

    /// The one at the command line who registers people.
    static final String OPERATOR = "demo-operator";

    private static final int TAX_YEAR = 2025;
    private static final List<String> OUTCOMES =
            List.of("registered", "unchanged", "changed", "conflict", "invalid", "no-hit", "several-hits", "not-ours");

    private final Path folder;
    private final long people;
    private final boolean keep;
    private final boolean serve;
    private final long began = System.nanoTime();
    private final Map<String, Long> counts = new TreeMap<>();
    private boolean others;

    Demo(Path folder, long people, boolean keep, boolean serve) {
        this.folder = folder;
        this.people = people;
        this.keep = keep;
        this.serve = serve;
    }

    int run() throws Exception {
        System.out.println("番所 Bansho — 実演 / demo: 架空の " + "%,d".formatted(people) + " 人 invented people");
        var population = folder.resolve("population");
        Population.make(new Options(people, 20261122, population, 2, false, TAX_YEAR), Progress.none());
        try (var server = PostgresServer.open(folder.resolve("postgresql"), Map.of("max_wal_size", "2GB"))) {
            var database = server.newDatabase("bansho_demo");
            var code = run(database, population);
            var terminal = new DemoTerminal(
                    new Door(Path.of(System.getProperty("bansho.root", ".")).toAbsolutePath(), home(), database),
                    home());
            if (code == 0) {
                code = terminal.offer(serve, keep);
            }
            if (keep) {
                System.out.println("残したもの / kept: population, home, out, postgresql");
                System.out.println("  見るには / to look: ./bansho db start " + folder + " &");
                System.out.println("                      BANSHO_HOME=" + home() + " ./bansho numbers jobs");
                System.out.println("                      BANSHO_HOME=" + home() + " ./bansho numbers serve");
                System.out.println("  データベース / database: " + database.url());
            }
            return code;
        }
    }

    private int run(Database database, Path population) throws Exception {
        var home = home();
        var door = new Door(Path.of(System.getProperty("bansho.root", ".")).toAbsolutePath(), home, database);
        var codes = new ArrayList<Integer>();
        codes.add(door.run(List.of(
                        "numbers",
                        "init",
                        "--associations",
                        population.resolve("associations.properties").toString()))
                .code());
        var associations = associations(population);
        var hunt = new ClearTextHunt(population);
        var root = Path.of(System.getProperty("bansho.root", ".")).toAbsolutePath();
        YearEnd.Sent slips;
        YearEnd.Sent reports;
        try (var flow = new FlowOne(root, folder, door, home)) {
            flow.setUp(population, associations);
            for (var association : associations) {
                count(codes, flow.flow(association, TAX_YEAR + "-11-05"));
            }
            // after the parcels were written: the pension machine never had a number, the Juki-net machine has none
            // left
            for (var other : flow.databases()) {
                hunt.database(other);
            }
            for (var place : flow.mustHoldNoNumber()) {
                hunt.folder(place);
            }
            for (var association : associations) {
                intake(door, codes, "dependants", "dependants-declaration", population, "dependants", association);
            }
            operator(home);
            try (var officers = new Officers(door, database)) {
                var end = new YearEnd(flow.pensionDoor(), flow.pensionHome(), door, home, officers, flow.media());
                end.prepare(population, associations, TAX_YEAR);
                slips = end.send("slips", "withholding", TAX_YEAR);
                reports = end.send("reports", "payment-report", TAX_YEAR);
                end.custody();
            }
            // what left is sealed, and the pension machine still has no number
            for (var place : flow.mustHoldNoNumber()) {
                hunt.folder(place);
            }
            others = flow.sound();
        }
        var audit = door.run(List.of("audit", "verify", "--json"));
        if (codes.stream().anyMatch(code -> code != 0 && code != 3)) {
            System.err.println("bansho: a step failed / 失敗した手順があります");
            return 1;
        }
        var check = new TruthCheck(
                population.resolve("withholding-source.csv"),
                slips.opened().resolve("377dat01.txt"),
                population.resolve("truth"));
        check.run();
        hunt.database(database);
        hunt.folder(home);
        return report(slips, reports, audit, check, hunt);
    }

    private static void operator(Path home) throws IOException {
        Files.writeString(
                home.resolve("staff.properties"),
                OPERATOR + " = operator\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
    }

    private void intake(
            Door door,
            List<Integer> codes,
            String kind,
            String purpose,
            Path population,
            String file,
            String association)
            throws IOException, InterruptedException {
        var answer = door.run(List.of(
                "numbers",
                "intake",
                kind,
                population.resolve(file + "-" + association + ".csv").toString(),
                "--association",
                association,
                "--purpose",
                purpose,
                "--json"));
        count(codes, answer);
    }

    private void count(List<Integer> codes, Answer answer) {
        codes.add(answer.code());
        OUTCOMES.forEach(outcome -> counts.merge(outcome, answer.number(outcome), Long::sum));
        counts.merge("lines", answer.number("lines"), Long::sum);
    }

    private int report(YearEnd.Sent slips, YearEnd.Sent reports, Answer audit, TruthCheck check, ClearTextHunt hunt) {
        var good = check.differences == 0
                && check.slips == slips.preview().number("slips")
                && check.slips == reports.preview().number("slips")
                && hunt.found == 0
                && audit.says("sound", true)
                && others
                && counts.getOrDefault("registered", 0L) > 0;
        System.out.println();
        line("登録ファイルの行数", "rows in the files", counts.getOrDefault("lines", 0L));
        line("　登録した個人番号", "numbers registered", counts.getOrDefault("registered", 0L));
        line("　該当者なし・複数（人が確認）", "no hit or several hits", count("no-hit") + count("several-hits"));
        line("　要確認・不正・対象外", "conflict, invalid, not ours", count("conflict") + count("invalid") + count("not-ours"));
        line("源泉徴収票", "withholding slips", check.slips);
        line("　記載した個人番号", "numbers filled in", check.numbers);
        line(
                "　市区町村への支払報告書",
                "payment reports for the municipalities",
                reports.preview().number("slips"));
        line("　番号のない源泉徴収票（一覧あり）", "slips with a number missing", slips.preview().number("missing"));
        line("正解と異なる項目", "fields that differ from the truth", check.differences);
        line("データベースとログにある平文の番号", "numbers in clear anywhere", hunt.found);
        line("使用の記録", "audit records", audit.number("records"));
        System.out.printf("  %s / %s%n", "　記録の検証", audit.says("sound", true) ? "改ざんなし sound" : "異常 NOT SOUND");
        System.out.printf("  %s / %s%n", "　他の3台の記録", others ? "改ざんなし sound" : "異常 NOT SOUND");
        System.out.printf("  所要 / time %.0f 秒 s%n", (System.nanoTime() - began) / 1e9);
        System.out.println(good ? "すべて正常です / everything is as it must be" : "異常があります / something is wrong");
        return good ? 0 : 1;
    }

    private Path home() {
        return folder.resolve("home");
    }

    private long count(String outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    private static void line(String japanese, String english, long value) {
        System.out.printf("  %,12d  %s / %s%n", value, japanese, english);
    }

    private static List<String> associations(Path population) throws IOException {
        try (var lines = Files.lines(population.resolve("associations.properties"))) {
            return lines.filter(line -> line.contains(".name"))
                    .map(line -> line.substring(0, line.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }
}
