package jp.bansho.pension.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.pension.PensionMachine;
import jp.bansho.pension.payments.Payments;
import jp.bansho.pension.payments.Taken;
import jp.bansho.pension.staff.StaffFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho pension payments …`.
@Command(
        name = "payments",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Awards and periodic payments.", "年金裁定・定期支給。"})
final class PaymentsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = {
                "Take in the awards and all payments of a tax year, all of it or nothing.",
                "裁定と、その年分の定期支給をすべて取り込みます（全件または無）。"
            })
    int load(
            @Parameters(
                            paramLabel = "FILE",
                            description = {"payments-AA.csv"})
                    Path file,
            @Option(
                            names = "--awards",
                            required = true,
                            paramLabel = "FILE",
                            description = {"awards-AA.csv"})
                    Path awards,
            @Mixin OfYear of) {
        try (var machine = Machine.start(PensionMachine.class);
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var clerk = machine.part(StaffFile.class).clerk(of.name());
            var loaded =
                    machine.part(Payments.class).load(clerk, of.association(), of.taxYear(), awards, file, progress);
            progress.end();
            var out = spec.commandLine().getOut();
            print(out, "裁定 awards", "awards", loaded.awards(), of.json());
            print(out, "支給 payments", "payments", loaded.payments(), of.json());
            return ExitCode.DONE;
        }
    }

    static void print(PrintWriter out, String title, String file, Taken taken, boolean json) {
        var text = json
                ? new JsonLine()
                        .put("file", file)
                        .put("rows", taken.rows())
                        .put("added", taken.added())
                        .put("changed", taken.changed())
                        .put("unchanged", taken.unchanged())
                        .put("removed", taken.removed())
                        .end()
                : String.format(
                        Locale.ROOT,
                        "%s %,d 件 rows: 新規 added %,d, 変更 changed %,d, 同じ unchanged %,d, 削除 removed %,d",
                        title,
                        taken.rows(),
                        taken.added(),
                        taken.changed(),
                        taken.unchanged(),
                        taken.removed());
        out.println(text);
        out.flush();
    }
}
