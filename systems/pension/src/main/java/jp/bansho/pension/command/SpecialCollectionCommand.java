package jp.bansho.pension.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.pension.PensionMachine;
import jp.bansho.pension.collection.Answered;
import jp.bansho.pension.collection.CollectionRefused;
import jp.bansho.pension.collection.Listed;
import jp.bansho.pension.collection.NoticeFolder;
import jp.bansho.pension.collection.SpecialCollection;
import jp.bansho.pension.collection.TakenIn;
import jp.bansho.pension.staff.Clerk;
import jp.bansho.pension.staff.StaffFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho pension special-collection …`.
@Command(
        name = "special-collection",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"What municipalities have collected from pensions.", "年金特別徴収。"})
final class SpecialCollectionCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// Who acts, and how it is told.
    static final class Acting {

        @Option(
                names = "--as",
                paramLabel = "NAME",
                description = {"Acting person, as in staff.properties (default: the login name).", "業務を行う人（既定: ログイン名）。"
                })
        private @Nullable String name;

        @Option(
                names = "--json",
                description = {"Machine-readable output.", "機械可読な出力（JSON）。"})
        private boolean json;

        private Clerk clerk(Machine machine) {
            return machine.part(StaffFile.class)
                    .clerk(Objects.requireNonNullElse(name, System.getProperty("user.name")));
        }
    }

    /// What is done with one file.
    private interface Each {
        String done(SpecialCollection desk, Clerk clerk, Path file, ProgressLine progress);
    }

    @Command(
            name = "take-in",
            mixinStandardHelpOptions = true,
            description = {
                "Take in files of municipalities, each of them whole or not at all.",
                "市区町村からの特別徴収依頼ファイルを取り込みます（ファイルごとに全件または無）。"
            })
    int takeIn(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "FILE|FOLDER",
                            description = {"Files of 500-byte records.", "500バイトレコードのファイル。"})
                    List<Path> places,
            @Mixin Acting acting) {
        return each(places, acting, (desk, clerk, file, progress) -> {
            var taken = desk.takeIn(clerk, file, progress);
            return acting.json ? line(taken) : sentence(taken);
        });
    }

    @Command(
            name = "answer",
            mixinStandardHelpOptions = true,
            description = {
                "Write the answer to each of these files, which were taken in, into a folder.",
                "取り込んだファイルごとに、処理結果の回答ファイルを作成します。"
            })
    int answer(
            @Parameters(
                            paramLabel = "OUT",
                            description = {"Folder on the medium.", "媒体上のフォルダー。"})
                    Path out,
            @Option(
                            names = "--from",
                            required = true,
                            arity = "1..*",
                            paramLabel = "FILE|FOLDER",
                            description = {"The files as they were taken in.", "取り込んだファイルそのもの。"})
                    List<Path> places,
            @Mixin Acting acting) {
        return each(places, acting, (desk, clerk, file, progress) -> {
            var answered = desk.answer(clerk, file, out, progress);
            return acting.json ? line(answered) : sentence(answered);
        });
    }

    /// One file after the other; a refused one is named by its place among them and does not
    /// hold up the rest.
    private int each(List<Path> places, Acting acting, Each each) {
        var files = NoticeFolder.files(places);
        var refused = 0;
        try (var machine = Machine.start(PensionMachine.class);
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var clerk = acting.clerk(machine);
            var desk = machine.part(SpecialCollection.class);
            for (var file : files) {
                try {
                    var said = each.done(desk, clerk, file, progress);
                    progress.end();
                    spec.commandLine().getOut().println(said);
                } catch (CollectionRefused no) {
                    if (files.size() == 1) {
                        throw no;
                    }
                    refused++;
                    progress.end();
                    spec.commandLine()
                            .getErr()
                            .printf(
                                    "bansho: %d番目のファイル file %d of %d: %s%n",
                                    files.indexOf(file) + 1, files.indexOf(file) + 1, files.size(), no.getMessage());
                }
            }
            spec.commandLine().getOut().flush();
        }
        return refused == 0 ? ExitCode.DONE : refused == files.size() ? ExitCode.REFUSED : ExitCode.DONE_WITH_FINDINGS;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Counts by municipality and outcome; with a tax year, what was asked beside what was collected.",
                "市区町村・処理結果別の件数。年分を指定すると、依頼額と徴収額の差異も表示します。"
            })
    int list(
            @Option(
                            names = "--tax-year",
                            paramLabel = "YYYY",
                            description = {"Compare with the payments of this tax year.", "この年分の支給と比較します。"})
                    @Nullable
                    Integer taxYear,
            @Mixin Acting acting) {
        try (var machine = Machine.start(PensionMachine.class)) {
            var listed = machine.part(SpecialCollection.class).list(acting.clerk(machine), taxYear);
            Function<Listed.Counted, String> counted =
                    acting.json ? SpecialCollectionCommand::line : SpecialCollectionCommand::sentence;
            Function<Listed.Compared, String> compared =
                    acting.json ? SpecialCollectionCommand::line : SpecialCollectionCommand::sentence;
            var out = spec.commandLine().getOut();
            listed.counted().stream().map(counted).forEach(out::println);
            listed.compared().stream().map(compared).forEach(out::println);
            out.flush();
            return listed.differing() == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
        }
    }

    private static String line(TakenIn taken) {
        var line = new JsonLine()
                .put("file", "F-" + taken.file())
                .put("municipalities", taken.municipalities())
                .put("records", taken.records());
        taken.ordered().forEach((outcome, count) -> line.put(outcome.word(), count));
        return line.end();
    }

    private static String sentence(TakenIn taken) {
        return String.format(
                Locale.ROOT,
                "F-%d: %,d 市区町村 municipalities, %,d 件 records%n  %s",
                taken.file(),
                taken.municipalities(),
                taken.records(),
                taken.ordered().entrySet().stream()
                        .map(one -> String.format(
                                Locale.ROOT,
                                "%s %s %,d",
                                one.getKey().japanese(),
                                one.getKey().word(),
                                one.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String line(Answered answered) {
        return new JsonLine()
                .put("file", "F-" + answered.file())
                .put("answer", answered.place().toString())
                .put("digest", answered.digest())
                .put("municipalities", answered.municipalities())
                .put("records", answered.records())
                .put("matched", answered.matched())
                .put("again", answered.again())
                .end();
    }

    private static String sentence(Answered answered) {
        return String.format(
                Locale.ROOT,
                "F-%d: %,d 市区町村 municipalities, %,d 件 records, うち徴収 collected %,d%s%n  %s%n  SHA-256 %s",
                answered.file(),
                answered.municipalities(),
                answered.records(),
                answered.matched(),
                answered.again() ? "（回答済み、同一内容 the same as before）" : "",
                answered.place(),
                answered.digest());
    }

    private static String line(Listed.Counted counted) {
        return new JsonLine()
                .put("municipality", counted.municipality())
                .put("file", "F-" + counted.file())
                .put("notice", counted.notice())
                .put("system", counted.system())
                .put("outcome", counted.outcome().word())
                .put("records", counted.records())
                .put("answered", counted.answered())
                .end();
    }

    private static String sentence(Listed.Counted counted) {
        return String.format(
                Locale.ROOT,
                "%s F-%d %s %s: %s %s %,d%s",
                counted.municipality(),
                counted.file(),
                Listed.japanese(counted.system()),
                counted.notice(),
                counted.outcome().japanese(),
                counted.outcome().word(),
                counted.records(),
                counted.answered() ? "" : "（未回答 not answered）");
    }

    private static String line(Listed.Compared compared) {
        return new JsonLine()
                .put("municipality", compared.municipality())
                .put("system", compared.system())
                .put("pensioners", compared.pensioners())
                .put("payments", compared.payments())
                .put("differing", compared.differing())
                .put("asked", compared.asked())
                .put("collected", compared.collected())
                .end();
    }

    private static String sentence(Listed.Compared compared) {
        return String.format(
                Locale.ROOT,
                "%s %s: %,d 人 pensioners, %,d 回 payments, 差異 differing %,d, 依頼 asked %,d, 徴収 collected %,d",
                compared.municipality(),
                Listed.japanese(compared.system()),
                compared.pensioners(),
                compared.payments(),
                compared.differing(),
                compared.asked(),
                compared.collected());
    }
}
