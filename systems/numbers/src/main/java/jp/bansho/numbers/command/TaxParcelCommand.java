package jp.bansho.numbers.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.numbers.installation.StaffFile;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.taxfile.Custodies;
import jp.bansho.numbers.taxfile.Mode;
import jp.bansho.numbers.taxfile.Output;
import jp.bansho.numbers.taxfile.Preview;
import jp.bansho.numbers.taxfile.Previews;
import jp.bansho.numbers.taxfile.Reports;
import jp.bansho.numbers.taxfile.TaxPapers;
import jp.bansho.numbers.taxfile.TaxReport;
import jp.bansho.paper.PaperPress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho numbers taxfile preview|confirm|write|resume|submit|receipt|return|destroyed|custody|summary|label`: from a
/// source parcel to a finished one and its custody (N6, N7).
class TaxParcelCommand {

    private static final int MOST = 100;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /// The second person.
    static final class Witness {

        @Option(
                names = "--with",
                paramLabel = "NAME",
                description = {"Second person at the medium.", "媒体取扱いの立会者。"})
        private @Nullable String name;

        @Nullable
        Actor actor(Machine machine) {
            return name == null ? null : machine.part(StaffFile.class).actor(name);
        }
    }

    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            description = {
                "Count a source parcel through before anything is written.",
                "出力の前に、元データの件数・不足・文字の置換え・規則違反を確認します。"
            })
    int preview(
            @Parameters(
                            paramLabel = "PARCEL",
                            description = {"The parcel's folder.", "媒体のフォルダ。"})
                    Path parcel,
            @Option(
                            names = "--tax-year",
                            required = true,
                            paramLabel = "YEAR",
                            description = {"Calendar year of the slips.", "年分（西暦）。"})
                    int taxYear,
            @Option(
                            names = "--report",
                            defaultValue = "withholding",
                            paramLabel = "REPORT",
                            description = {"withholding or payment-report.", "帳票の種類。"})
                    String report,
            @Option(
                            names = "--mode",
                            defaultValue = "first",
                            paramLabel = "MODE",
                            description = {"first, correction or supplement.", "提出区分（新規・訂正・追加）。"})
                    String mode,
            @Option(
                            names = "--supplements",
                            paramLabel = "OUTPUT",
                            description = {"Output that is supplemented.", "追加の元になる提出ファイルの番号。"})
                    @Nullable
                    Long supplements,
            @Mixin ActorOptions options) {
        try (var machine = Machine.start();
                var progress = new ProgressLine(command.commandLine().getErr())) {
            var previews = machine.part(Previews.class);
            var actor = machine.actor(options);
            var made = previews.make(
                    new Previews.Order(actor, parcel, TaxReport.of(report), taxYear, Mode.of(mode), supplements),
                    progress);
            progress.end();
            TaxPrint.preview(out(), options.json(), made, previews.details(actor, made));
            return made.violations() > 0
                    ? ExitCode.REFUSED
                    : made.missing() > 0 ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE;
        }
    }

    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = {"Confirm the replacements of characters of a preview.", "事前確認の文字の置換えを確認済みにします。"})
    int confirm(
            @Parameters(paramLabel = "PREVIEW", description = "preview / 事前確認の番号") long id,
            @Mixin ActorOptions options) {
        try (var machine = Machine.start()) {
            var actor = machine.actor(options);
            Preview confirmed = machine.part(Previews.class).confirm(actor, id);
            TaxPrint.preview(
                    out(),
                    options.json(),
                    confirmed,
                    machine.part(Previews.class).details(actor, confirmed));
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = {"Write the parcel of an approved preview, once.", "承認された内容で媒体を作成します（1回限り）。"})
    int write(
            @Parameters(paramLabel = "PREVIEW", description = "preview / 事前確認の番号") long id,
            @Parameters(
                            paramLabel = "OUT",
                            description = {"A folder on the medium.", "媒体上のフォルダ。"})
                    Path outbox,
            @Mixin ActorOptions options,
            @Mixin Witness witness) {
        try (var machine = Machine.start();
                var progress = new ProgressLine(command.commandLine().getErr())) {
            var output = machine.part(Reports.class)
                    .write(machine.actor(options), witness.actor(machine), id, outbox, progress);
            progress.end();
            return written(machine, options, output);
        }
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = {"Go on with an output whose writing stopped.", "中断した出力を、はじめから作り直します。"})
    int resume(
            @Parameters(paramLabel = "OUTPUT", description = "output / 提出ファイルの番号") long id,
            @Mixin ActorOptions options,
            @Mixin Witness witness) {
        try (var machine = Machine.start();
                var progress = new ProgressLine(command.commandLine().getErr())) {
            var output =
                    machine.part(Reports.class).resume(machine.actor(options), witness.actor(machine), id, progress);
            progress.end();
            return written(machine, options, output);
        }
    }

    @Command(
            name = "submit",
            mixinStandardHelpOptions = true,
            description = {"Hand a medium over for submission.", "媒体を提出のために引き渡します。"})
    int submit(
            @Parameters(paramLabel = "OUTPUT", description = "output / 提出ファイルの番号") long id,
            @Option(
                            names = "--taken-by",
                            required = true,
                            paramLabel = "HANDLE",
                            description = {"Who took it.", "受け取った人。"})
                    String takenBy,
            @Mixin ActorOptions options,
            @Mixin Witness witness) {
        try (var machine = Machine.start()) {
            return print(
                    machine.part(Custodies.class).submit(machine.actor(options), witness.actor(machine), id, takenBy),
                    options);
        }
    }

    @Command(
            name = "receipt",
            mixinStandardHelpOptions = true,
            description = {"Note the recipient's receipt.", "提出先の受領（受付番号）を記録します。"})
    int receipt(
            @Parameters(paramLabel = "OUTPUT", description = "output / 提出ファイルの番号") long id,
            @Parameters(paramLabel = "RECEIPT", description = "receipt / 受付番号") String receipt,
            @Mixin ActorOptions options) {
        try (var machine = Machine.start()) {
            return print(machine.part(Custodies.class).receipted(machine.actor(options), id, receipt), options);
        }
    }

    @Command(
            name = "returned",
            mixinStandardHelpOptions = true,
            description = {"Note that a medium came back.", "媒体の返却を記録します。"})
    int returned(
            @Parameters(paramLabel = "OUTPUT", description = "output / 提出ファイルの番号") long id,
            @Option(
                            names = "--brought-by",
                            required = true,
                            paramLabel = "HANDLE",
                            description = {"Who brought it.", "持参した人。"})
                    String broughtBy,
            @Mixin ActorOptions options,
            @Mixin Witness witness) {
        try (var machine = Machine.start()) {
            return print(
                    machine.part(Custodies.class)
                            .returned(machine.actor(options), witness.actor(machine), id, broughtBy),
                    options);
        }
    }

    @Command(
            name = "destroyed",
            mixinStandardHelpOptions = true,
            description = {"Note that the files exist no more, by the certificate.", "廃棄証明の番号で廃棄を記録します。"})
    int destroyed(
            @Parameters(paramLabel = "OUTPUT", description = "output / 提出ファイルの番号") long id,
            @Parameters(paramLabel = "CERTIFICATE", description = "certificate / 廃棄証明の番号") String certificate,
            @Mixin ActorOptions options,
            @Mixin Witness witness) {
        try (var machine = Machine.start()) {
            return print(
                    machine.part(Custodies.class)
                            .destroyed(machine.actor(options), witness.actor(machine), id, certificate),
                    options);
        }
    }

    @Command(
            name = "custody",
            mixinStandardHelpOptions = true,
            description = {"All output files and where they are.", "提出ファイルの管理簿。"})
    int custody(@Mixin ActorOptions options) {
        try (var machine = Machine.start()) {
            machine.part(Custodies.class)
                    .newest(machine.actor(options), MOST)
                    .forEach(output -> TaxPrint.output(out(), options.json(), output));
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "rows",
            mixinStandardHelpOptions = true,
            description = {"All fields an output left empty, by line.", "番号なしの項目の全件一覧（行順）。"})
    int rows(
            @Parameters(paramLabel = "OUTPUT", description = "output / 提出ファイルの番号") long id,
            @Mixin ActorOptions options) {
        try (var machine = Machine.start()) {
            machine.part(Custodies.class)
                    .missing(machine.actor(options), id)
                    .forEach(missing -> TaxPrint.missing(out(), options.json(), missing));
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "papers",
            mixinStandardHelpOptions = true,
            description = {"The summary sheet and the labels of an output as a PDF file.", "合計表とラベル（正本・副本）をPDFに出力します。"})
    int papers(
            @Parameters(paramLabel = "OUTPUT", description = "output / 提出ファイルの番号") long id,
            @Parameters(paramLabel = "FILE", description = "PDF") Path pdf,
            @Mixin ActorOptions options)
            throws IOException {
        try (var machine = Machine.start()) {
            var custodies = machine.part(Custodies.class);
            var actor = machine.actor(options);
            var xhtml = TaxPapers.xhtml(custodies.one(actor, id), custodies.files(actor, id));
            Files.write(pdf, new PaperPress(machine.part(Clock.class)).pdf(xhtml), StandardOpenOption.CREATE_NEW);
            return ExitCode.DONE;
        }
    }

    private int written(Machine machine, ActorOptions options, Output output) {
        TaxPrint.output(out(), options.json(), output);
        if (!options.json()) {
            machine.part(Custodies.class)
                    .files(machine.actor(options), output.id())
                    .forEach(file -> TaxPrint.file(out(), file));
        }
        return output.missing() > 0 ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE;
    }

    private int print(Output output, ActorOptions options) {
        TaxPrint.output(out(), options.json(), output);
        return ExitCode.DONE;
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
