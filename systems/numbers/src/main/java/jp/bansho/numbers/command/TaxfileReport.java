package jp.bansho.numbers.command;

import java.io.PrintWriter;
import jp.bansho.layout.Violation;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.taxfile.Appended;
import jp.bansho.numbers.taxfile.Missing;
import jp.bansho.numbers.taxfile.Shortfall;
import jp.bansho.numbers.taxfile.SlipOutcome;

/// The paper after a tax file job: the sheet, the first violations and the first missing numbers.
final class TaxfileReport {

    private static final int SHOWN = 20;

    private TaxfileReport() {}

    static int print(PrintWriter out, boolean json, Appended appended) {
        if (json) {
            out.println(SheetPrint.json(appended.sheet()));
        } else {
            paper(out, appended);
        }
        if (!appended.delivered()) {
            return ExitCode.REFUSED;
        }
        return appended.missing().isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
    }

    private static void paper(PrintWriter out, Appended appended) {
        SheetPrint.paper(out, appended.sheet(), SlipOutcome::japanese);
        appended.violations().stream().limit(SHOWN).forEach(violation -> print(out, violation));
        appended.missing().stream().limit(SHOWN).forEach(missing -> print(out, missing));
        if (appended.violations().size() > SHOWN || appended.missing().size() > SHOWN) {
            out.println("    … 全件 / all: bansho numbers taxfile rows "
                    + appended.sheet().job().id());
        }
        out.println(
                appended.delivered()
                        ? "  出力しました / delivered"
                        : "  出力していません。入力または登録を直してから再実行してください"
                                + " / no output: mend the source or register what is missing, then run again");
    }

    static void print(PrintWriter out, boolean json, Shortfall shortfall) {
        for (var violation : shortfall.violations()) {
            if (json) {
                out.println(new JsonLine()
                        .put("line", violation.line())
                        .put("column", violation.column())
                        .put("rule", violation.rule().name())
                        .end());
            } else {
                print(out, violation);
            }
        }
        for (var missing : shortfall.missing()) {
            if (json) {
                out.println(new JsonLine()
                        .put("line", missing.line())
                        .put("field", missing.field())
                        .put("reason", missing.reason())
                        .put("userNumber", missing.userNumber())
                        .end());
            } else {
                print(out, missing);
            }
        }
    }

    private static void print(PrintWriter out, Violation violation) {
        out.printf(
                "    %8d 行 項目%d  %s / %s (%s)%n",
                violation.line(),
                violation.column(),
                violation.rule().japanese(),
                violation.rule().english(),
                violation.rule().name());
    }

    private static void print(PrintWriter out, Missing missing) {
        out.printf(
                "    %8d 行 項目%d  番号なし / no number (%s)  利用番号 %s%n",
                missing.line(), missing.field(), missing.reason(), missing.userNumber());
    }
}
