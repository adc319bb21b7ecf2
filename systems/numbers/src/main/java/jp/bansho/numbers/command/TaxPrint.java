package jp.bansho.numbers.command;

import java.io.PrintWriter;
import jp.bansho.layout.Rule;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.taxfile.Figures;
import jp.bansho.numbers.taxfile.Missing;
import jp.bansho.numbers.taxfile.Output;
import jp.bansho.numbers.taxfile.OutputFile;
import jp.bansho.numbers.taxfile.Preview;

/// What the commands of the tax season print: counts, never a number and never a name.
final class TaxPrint {

    private static final int SHOWN = 20;

    private TaxPrint() {}

    static void preview(PrintWriter out, boolean json, Preview it, Preview.Details details) {
        if (json) {
            out.println(new JsonLine()
                    .put("preview", it.id())
                    .put("report", it.report().word())
                    .put("mode", it.mode().word())
                    .put("slips", it.slips())
                    .put("persons", it.figures().persons())
                    .put("untaxed", it.figures().untaxed())
                    .put("paid", it.figures().paid())
                    .put("withheld", it.figures().withheld())
                    .put("missing", it.missing())
                    .put("violations", it.violations())
                    .put("replacements", (long) details.replacements().size())
                    .put("digest", it.digest())
                    .end());
            return;
        }
        out.println("事前確認 / preview %d  %s %d年分 %s"
                .formatted(
                        it.id(), it.report().japanese(), it.taxYear(), it.mode().japanese()));
        figures(out, "  今回 / now     ", it.slips(), it.figures());
        var before = details.lastYear();
        if (before != null) {
            figures(out, "  前年 / last year", before.records(), before);
        }
        for (var people : details.people()) {
            out.println("  組合 %02d %-10s 番号あり / present %,d  なし / missing %,d"
                    .formatted(people.association(), people.person(), people.present(), people.missing()));
        }
        details.broken().stream()
                .limit(SHOWN)
                .forEach(broken -> out.println("  項目%d %s / %s: %,d (%d 行)"
                        .formatted(
                                broken.column(),
                                Rule.valueOf(broken.rule()).japanese(),
                                Rule.valueOf(broken.rule()).english(),
                                broken.tally().count(),
                                broken.tally().firstLine())));
        details.replacements()
                .forEach((replacement, tally) -> out.println("  文字 %s → %s  %s  %,d (%d 行)"
                        .formatted(
                                replacement.from(),
                                replacement.to().isEmpty() ? "かな" : replacement.to(),
                                replacement.step(),
                                tally.count(),
                                tally.firstLine())));
        out.println("  照合値 / digest " + it.grouped());
    }

    private static void figures(PrintWriter out, String of, long slips, Figures figures) {
        out.println("%s  票 %,d  人員 %,d  税額なし %,d  支払金額 %,d  税額 %,d"
                .formatted(of, slips, figures.persons(), figures.untaxed(), figures.paid(), figures.withheld()));
    }

    static void output(PrintWriter out, boolean json, Output it) {
        var state = it.state() == null ? "unfinished" : it.state().word();
        if (json) {
            out.println(new JsonLine()
                    .put("output", it.id())
                    .put("preview", it.preview().id())
                    .put("report", it.preview().report().word())
                    .put("parcel", it.parcel())
                    .put("state", state)
                    .put("recipient", it.sending().recipient())
                    .put("medium", it.sending().medium())
                    .put("persons", it.figures().persons())
                    .put("missing", it.missing())
                    .put("destroyBy", it.destroyBy().toString())
                    .put("folder", it.folder().toString())
                    .end());
            return;
        }
        out.println("%6d  %s %d年分 %s  %s  %s → %s  人員 %,d  なし %,d  承認 %d (%s)  廃棄期限 %s"
                .formatted(
                        it.id(),
                        it.preview().report().japanese(),
                        it.preview().taxYear(),
                        it.preview().mode().japanese(),
                        state,
                        it.sending().medium(),
                        it.sending().recipient(),
                        it.figures().persons(),
                        it.missing(),
                        it.application(),
                        it.approver(),
                        it.destroyBy()));
        for (var step : it.steps()) {
            out.println("        %s %s  %s %s  %s %s"
                    .formatted(
                            step.at(),
                            step.act().japanese(),
                            step.by(),
                            step.witness(),
                            step.counterpart(),
                            step.reference()));
        }
    }

    static void file(PrintWriter out, OutputFile file) {
        out.println("        %s  %,d 票  %,d バイト".formatted(file.name(), file.records(), file.bytes()));
    }

    static void missing(PrintWriter out, boolean json, Missing it) {
        out.println(
                json
                        ? new JsonLine()
                                .put("line", it.line())
                                .put("field", it.field())
                                .put("reason", it.reason())
                                .put("userNumber", it.userNumber())
                                .end()
                        : "%8d 行 項目%d  番号なし / no number (%s)  利用番号 %s"
                                .formatted(it.line(), it.field(), it.reason(), it.userNumber()));
    }
}
