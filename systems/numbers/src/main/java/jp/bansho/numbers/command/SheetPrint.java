package jp.bansho.numbers.command;

import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.job.JobSheet;

/// Writes a job sheet, for people and for machines.
final class SheetPrint {

    private SheetPrint() {}

    static void paper(PrintWriter out, JobSheet sheet, UnaryOperator<String> japanese) {
        var job = sheet.job();
        out.println("ジョブ票 / job sheet  No. " + job.id());
        out.println(
                "  業務 / job        " + job.kind().japanese() + " (" + job.kind().word() + ")");
        out.println("  利用目的 / purpose  " + job.purpose().japanese() + " ("
                + job.purpose().word() + ")");
        out.println("  実施者 / actor     " + job.actor() + " (" + job.role() + ")"
                + (job.association() == null ? "" : "  構成組合 / association " + job.association()));
        out.println("  ファイル / file     " + job.sourceName() + "  " + "%,d".formatted(job.bytes()) + " bytes");
        out.println("  照合値 / keyed hash " + job.fingerprint().substring(0, 32) + "…");
        out.println("  開始 / started     " + job.startedAt());
        out.println("  終了 / finished    " + job.finishedAt());
        out.println("  所要 / busy        " + "%.1f".formatted(job.busySeconds()) + " s  ("
                + "%,.0f".formatted(sheet.lines() / Math.max(job.busySeconds(), 0.001)) + " 行/秒 rows/s)");
        out.println("  行数 / lines       " + "%,d".formatted(sheet.lines()));
        sheet.counts()
                .forEach((word, count) ->
                        out.println("    " + "%,12d".formatted(count) + "  " + japanese.apply(word) + " / " + word));
    }

    static String json(JobSheet sheet) {
        var job = sheet.job();
        var counts = sheet.counts().entrySet().stream()
                .map(count -> "\"" + count.getKey() + "\":" + count.getValue())
                .collect(Collectors.joining(","));
        return new JsonLine()
                .put("job", job.id())
                .put("kind", job.kind().word())
                .put("purpose", job.purpose().word())
                .put("actor", job.actor())
                .put("role", job.role())
                .put("association", job.association() == null ? 0 : job.association())
                .put("file", job.sourceName())
                .put("bytes", job.bytes())
                .put("fingerprint", job.fingerprint())
                .put("state", job.state())
                .put("started", job.startedAt().toString())
                .put("finished", String.valueOf(job.finishedAt()))
                .put("seconds", job.busySeconds())
                .put("lines", sheet.lines())
                .raw("counts", "{" + counts + "}")
                .end();
    }
}
