package jp.bansho.numbers.command;

import java.io.PrintWriter;
import java.util.Objects;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.intake.Finding;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.RowOutcome;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.staff.Actor;

/// The paper after an intake job: the sheet, then the first rows that were not simply registered.
final class IntakeReport {

    private static final int SHOWN = 20;

    private IntakeReport() {}

    static int print(PrintWriter out, boolean json, JobSheet sheet, Intake intake, Actor actor) {
        var association = Objects.requireNonNull(sheet.job().association());
        var findings = intake.findings(actor, association, sheet.job().id(), SHOWN);
        if (json) {
            out.println(SheetPrint.json(sheet));
        } else {
            SheetPrint.paper(out, sheet, RowOutcome::japanese);
            if (!findings.isEmpty()) {
                out.println("  要確認の行 / rows to look at (bansho numbers jobs rows "
                        + sheet.job().id() + " --association " + association + "):");
                findings.forEach(finding -> print(out, finding));
            }
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
    }

    static void print(PrintWriter out, Finding finding) {
        out.printf(
                "    %8d 行  %s  %s%s%s%n",
                finding.line(),
                finding.outcome().japanese(),
                finding.rule(),
                finding.column() == 0 ? "" : " 項目" + finding.column(),
                finding.echoKey() == null ? "" : "  利用番号 " + finding.echoKey());
    }
}
