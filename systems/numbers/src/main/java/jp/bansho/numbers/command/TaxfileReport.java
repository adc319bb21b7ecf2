package jp.bansho.numbers.command;

import java.io.PrintWriter;
import jp.bansho.numbers.taxfile.Appended;
import jp.bansho.numbers.taxfile.SlipOutcome;

/// The paper after a tax file job: the sheet, the first violations and the first missing numbers.
final class TaxfileReport {

    private static final int SHOWN = 20;

    private TaxfileReport() {}

    static int print(PrintWriter out, boolean json, Appended appended) {
        if (json) {
            out.println(SheetPrint.json(appended.sheet()));
        } else {
            SheetPrint.paper(out, appended.sheet(), SlipOutcome::japanese);
            appended.violations().stream()
                    .limit(SHOWN)
                    .forEach(violation -> out.printf(
                            "    %8d 行 項目%d  %s / %s (%s)%n",
                            violation.line(),
                            violation.column(),
                            violation.rule().japanese(),
                            violation.rule().english(),
                            violation.rule().name()));
            appended.missing().stream()
                    .limit(SHOWN)
                    .forEach(missing -> out.printf(
                            "    %8d 行 項目%d  番号なし / no number (%s)  利用番号 %s%n",
                            missing.line(), missing.field(), missing.reason(), missing.userNumber()));
            out.println(
                    appended.delivered()
                            ? "  出力しました / delivered"
                            : "  出力していません。入力または登録を直してから再実行してください"
                                    + " / no output: mend the source or register what is missing, then run again");
        }
        if (!appended.delivered()) {
            return ExitCode.REFUSED;
        }
        return appended.missing().isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
    }
}
