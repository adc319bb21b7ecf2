package jp.bansho.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.bench.HopMeter.Hop;
import jp.bansho.bench.measure.ProcessTimes;
import jp.bansho.bench.measure.Results;
import jp.bansho.bench.measure.Site;
import jp.bansho.bench.measure.WorkerProcess;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Figures;
import jp.bansho.bench.report.Section;

/// Flow 1 as the commands of four machines run it, against the sum of what it cannot do without: reading, asking,
/// sealing, opening, registering, each measured alone in a warm process.
final class FlowMeasure {

    private static final double BAR = 2;
    private static final int WARM = 2;
    private static final String CONTENT = "identity-inquiries";

    private final Site site;
    private final long people;
    private final Path folder;
    private final List<Part> parts = new ArrayList<>();

    /// One part alone.
    private record Part(String name, long rows, double seconds, double processor, double others) {}

    /// @param site the number machine and a server for it
    FlowMeasure(Site site, long people) {
        this.site = site;
        this.people = people;
        this.folder = site.file("flow");
    }

    Results run() throws Exception {
        var population = site.population("flow", people, 1, 20261122, false);
        var association = association(population);
        var root = Path.of(System.getProperty("bansho.root", ".")).toAbsolutePath();
        var door = new Door(root, site.home(), site.database());
        Files.createDirectories(folder);
        try (var flow = new FlowOne(root, folder, door, site.home())) {
            site.say("setting up four machines / 4台を用意");
            flow.setUp(population, List.of(association));
            var servers = new ArrayList<>(List.of(Site.postmaster(site.database())));
            for (var database : flow.allDatabases()) {
                servers.add(Site.postmaster(database));
            }
            try (var meter = new HopMeter(servers, flow.answering())) {
                site.say("flow 1 / 流れ1");
                var answer = flow.flow(association, Site.TAX_YEAR + "-11-05", hop -> {
                    if (!hop.equals("cut")) {
                        meter.end();
                        keep(flow.media());
                    }
                    meter.begin(hop);
                });
                site.say("the parts alone / 各部分を単独で");
                alone(flow, association);
                return report(meter.hops(), answer.number("lines"), answer.number("registered"));
            }
        }
    }

    /// Parcels are wiped once they are taken in; copies of them, made when they come into being,
    /// are what the parts alone read.
    private void keep(Path media) throws IOException {
        try (var folders = Files.list(media)) {
            for (var each : folders.toList()) {
                var copy = folder.resolve("kept").resolve(each.getFileName());
                if (!Files.exists(copy)) {
                    copy(FlowOne.only(each), copy.resolve("parcel"));
                }
            }
        }
    }

    private static void copy(Path parcel, Path to) throws IOException {
        try (var files = Files.walk(parcel)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(parcel.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void alone(FlowOne flow, String association) throws Exception {
        var inquiries = folder.resolve("inquiries.csv");
        var results = folder.resolve("identity-results-" + association + ".csv");
        var kept = folder.resolve("kept");
        var pension = flow.pensionHome().toString();
        var juki = flow.jukiHome().toString();
        try (var worker = WorkerProcess.start(site.home(), "jp.bansho.bench.worker.FlowPartsMain")) {
            var asked = FlowOne.only(kept.resolve("asked-" + association)).toString();
            worker.ask("open", juki, "juki", asked, inquiries);
            part("read: inquiries against their layout", worker, flow, "read", inquiries, CONTENT);
            worker.ask("ask", flow.address(), juki, "measured-0", inquiries, results);
            for (var round = 1; round <= WARM; round++) {
                part(
                        "ask: over the line, kept by nobody",
                        worker,
                        flow,
                        "ask",
                        flow.address(),
                        juki,
                        "measured-" + round,
                        inquiries,
                        "-");
            }
            for (var round = 1; round <= WARM; round++) {
                part(
                        "seal: inquiries",
                        worker,
                        flow,
                        "seal",
                        pension,
                        "pension",
                        "juki",
                        inquiries,
                        folder.resolve("sealed-inquiries-" + round));
                part("open: inquiries", worker, flow, "open", juki, "juki", asked, "-");
                part(
                        "seal: results",
                        worker,
                        flow,
                        "seal",
                        juki,
                        "juki",
                        "numbers",
                        results,
                        folder.resolve("sealed-results-" + round));
                part(
                        "open: results",
                        worker,
                        flow,
                        "open",
                        site.home(),
                        "numbers",
                        folder.resolve("sealed-results-" + round),
                        "-");
            }
        }
        try (var worker = WorkerProcess.start(site.home(), "jp.bansho.bench.worker.WorkerMain")) {
            for (var round = 1; round <= WARM; round++) {
                site.empty();
                part("register: results into empty tables", worker, flow, "intake", "RESULTS", association, results);
            }
        }
    }

    /// Measures a part; done again, the later figures, of a warmer process, stand.
    private void part(String name, WorkerProcess worker, FlowOne flow, Object... order) throws Exception {
        var server = Site.postmaster(site.database());
        var own = ProcessTimes.own(worker.pid());
        var others = ProcessTimes.tree(server) + others(flow);
        var answer = worker.ask(order);
        parts.removeIf(part -> part.name.equals(name));
        parts.add(new Part(
                name,
                Long.parseLong(answer[1]),
                Double.parseDouble(answer[0]),
                ProcessTimes.own(worker.pid()) - own,
                ProcessTimes.tree(server) + others(flow) - others));
    }

    private static double others(FlowOne flow) throws Exception {
        var sum = ProcessTimes.own(flow.answering());
        for (var database : flow.allDatabases()) {
            sum += ProcessTimes.tree(Site.postmaster(database));
        }
        return sum;
    }

    private Results report(List<Hop> hops, long rows, long registered) {
        var whole = hops.stream().mapToDouble(Hop::seconds).sum();
        var necessary = parts.stream().mapToDouble(Part::seconds).sum();
        var wholeProcessor = hops.stream()
                .mapToDouble(hop -> hop.commands() + hop.databases() + hop.answering())
                .sum();
        var necessaryProcessor =
                parts.stream().mapToDouble(part -> part.processor + part.others).sum();
        var results = new Results();
        results.add(Bar.atMost("flow 1 / sum of its necessary parts alone, wall", whole / necessary, BAR, people));
        results.add(Bar.atMost(
                "flow 1 / sum of its necessary parts alone, CPU", wholeProcessor / necessaryProcessor, BAR, people));
        results.add(new Section(
                "Flow 1, hop by hop",
                List.of("hop", "wall s", "CPU s of commands", "CPU s of PostgreSQL", "CPU s at J-LIS", "peak MiB"),
                hops.stream()
                        .map(hop -> List.of(
                                hop.name(),
                                Figures.shown(hop.seconds()),
                                Figures.shown(hop.commands()),
                                Figures.shown(hop.databases()),
                                Figures.shown(hop.answering()),
                                Figures.shown(Math.rint(hop.peak()))))
                        .toList(),
                """
                %,d people invented; %,d rows of answers came back, %,d numbers were registered. Each hop is one or more commands, \
                each a process of its own from its start to its end; four database servers and J-LIS's process run on the same \
                machine. The whole took %s s.""".formatted(people, rows, registered, Figures.shown(whole))));
        results.add(new Section(
                "Its necessary parts alone",
                List.of("part", "rows", "wall s", "CPU s", "CPU s of PostgreSQL and J-LIS"),
                parts.stream()
                        .map(part -> List.of(
                                part.name,
                                Figures.shown((double) part.rows),
                                Figures.shown(part.seconds),
                                Figures.shown(part.processor),
                                Figures.shown(part.others)))
                        .toList(),
                "Each in a process that is warm, its second time; plain files between them. Sum: %s s."
                        .formatted(Figures.shown(necessary))));
        return results;
    }

    private static String association(Path population) throws IOException {
        try (var files = Files.list(population)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("pensioners-"))
                    .map(name -> name.substring("pensioners-".length(), name.length() - ".csv".length()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no association in the population"));
        }
    }
}
