package jp.bansho.pension.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.pension.PensionMachine;
import jp.bansho.pension.slips.SlipCut;
import jp.bansho.pension.slips.SlipOrder;
import jp.bansho.pension.slips.Slips;
import jp.bansho.pension.slips.TaxFile;
import jp.bansho.pension.slips.Wanted;
import jp.bansho.pension.staff.StaffFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What is to be cut for the tax season, by whom, and where to.
final class CutOptions {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String APPROVAL = "A-";

    @Option(
            names = "--tax-year",
            required = true,
            paramLabel = "YYYY",
            description = {"Tax year.", "年分（西暦）。"})
    private int taxYear;

    @Option(
            names = "--only",
            paramLabel = "FILE",
            description = {
                "Only the recipients of this list, one line `AA,user number` each.",
                "一覧の受給者だけ（1行に「組合コード,利用番号」）。"
            })
    private @Nullable Path only;

    @Option(
            names = "--correction-of",
            paramLabel = "A-N",
            description = {"Approval of the cut whose records were wrong; with --only.", "訂正する切り出しの承認番号（--only とともに）。"})
    private @Nullable String corrects;

    @Option(
            names = "--instead-of",
            paramLabel = "A-N",
            description = {
                "Approval of the same cut, which was never submitted: this one stands in its place.",
                "提出していない同じ内容の切り出しの承認番号。差し替えます。"
            })
    private @Nullable String replaces;

    @Mixin
    private ParcelOptions parcel = new ParcelOptions();

    /// Makes the parcel and says what it is.
    void cut(TaxFile file, CommandSpec spec) {
        var wrong = corrects == null ? null : approval(corrects, spec);
        var before = replaces == null ? null : approval(replaces, spec);
        try (var machine = Machine.start(PensionMachine.class);
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var staff = machine.part(StaffFile.class);
            var today = LocalDate.ofInstant(machine.part(Clock.class).instant(), JAPAN);
            var cut = machine.part(Slips.class)
                    .cut(
                            new SlipOrder(
                                    parcel.party(staff),
                                    file,
                                    taxYear,
                                    wrong,
                                    before,
                                    only == null ? null : Wanted.read(only),
                                    parcel.useBy(today),
                                    parcel.medium(),
                                    parcel.outbox()),
                            progress);
            progress.end();
            spec.commandLine().getOut().println(parcel.json() ? line(cut) : sentence(cut));
            spec.commandLine().getOut().flush();
        }
    }

    private static long approval(String text, CommandSpec spec) {
        if (!text.matches("(A-)?[0-9]{1,15}")) {
            throw new ParameterException(spec.commandLine(), "an approval is such as A-17 / 承認番号の例は A-17 です");
        }
        return Long.parseLong(text.startsWith(APPROVAL) ? text.substring(APPROVAL.length()) : text);
    }

    private static String line(SlipCut cut) {
        var sums = cut.sums();
        return new JsonLine()
                .put("approval", cut.approval())
                .put("parcel", cut.parcel())
                .put("folder", cut.folder().toString())
                .put("records", sums.records())
                .put("payment", sums.payment())
                .put("unpaid", sums.unpaid())
                .put("tax", sums.tax())
                .put("uncollected", sums.uncollected())
                .put("insurance", sums.insurance())
                .put("violations", cut.violations())
                .put("associations", codes(cut))
                .put("manifestHash", cut.manifestHash())
                .end();
    }

    private static String sentence(SlipCut cut) {
        var sums = cut.sums();
        return String.format(
                Locale.ROOT,
                "媒体 parcel %s, 承認 approval %s: %,d 件 records, 支払金額 paid %,d (未払 unpaid %,d), 税額 tax %,d"
                        + " (未徴収 uncollected %,d), 社会保険料 insurance %,d, 組合 associations %s%n"
                        + "レイアウト違反 violations %,d（個人番号管理システムの確認表で特定 the preview of the number machine names them）%n  %s",
                cut.parcel(),
                cut.approval(),
                sums.records(),
                sums.payment(),
                sums.unpaid(),
                sums.tax(),
                sums.uncollected(),
                sums.insurance(),
                codes(cut),
                cut.violations(),
                cut.folder());
    }

    private static String codes(SlipCut cut) {
        return String.join(
                " ",
                cut.associations().stream().map(code -> "%02d".formatted(code)).toList());
    }
}
