package jp.bansho.pension.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.pension.PensionMachine;
import jp.bansho.pension.cutting.Cut;
import jp.bansho.pension.cutting.CutOrder;
import jp.bansho.pension.cutting.CutPurpose;
import jp.bansho.pension.cutting.Cuts;
import jp.bansho.pension.staff.StaffFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho pension inquiries …`.
@Command(
        name = "inquiries",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Inquiries to J-LIS about members.", "受給者等に関するJ-LISへの照会。"})
final class InquiriesCommand {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "cut",
            mixinStandardHelpOptions = true,
            description = {
                "Make one sealed parcel with the inquiries of an association; a second person has to approve it.",
                "構成組合の照会ファイルを暗号化した媒体として1つ作成します。別の人の承認が必要です。"
            })
    int cut(@Mixin Order order, @Mixin ParcelOptions parcel) {
        try (var machine = Machine.start(PensionMachine.class)) {
            var staff = machine.part(StaffFile.class);
            var today = LocalDate.ofInstant(machine.part(Clock.class).instant(), JAPAN);
            var day = Objects.requireNonNullElse(order.referenceDay, today);
            var cut = machine.part(Cuts.class)
                    .cut(new CutOrder(
                            parcel.party(staff),
                            order.association,
                            CutPurpose.of(order.purpose),
                            order.since,
                            day,
                            parcel.useBy(today),
                            parcel.medium(),
                            parcel.outbox()));
            print(spec.commandLine().getOut(), cut, parcel.json());
            return ExitCode.DONE;
        }
    }

    private static void print(PrintWriter out, Cut cut, boolean json) {
        var people = cut.people();
        if (json) {
            out.println(new JsonLine()
                    .put("approval", cut.approval())
                    .put("parcel", cut.parcel())
                    .put("folder", cut.folder().toString())
                    .put("recipients", people.recipients())
                    .put("spouses", people.spouses())
                    .put("byCode", people.byCode())
                    .put("since", cut.since() == null ? "" : cut.since().toString())
                    .put("referenceDay", cut.referenceDay().toString())
                    .put("manifestHash", cut.manifestHash())
                    .end());
            return;
        }
        out.printf(
                Locale.ROOT,
                "媒体 parcel %s, 承認 approval %s: 受給権者 recipients %,d, 配偶者 spouses %,d, 住民票コード by code %,d%n  %s%n",
                cut.parcel(),
                cut.approval(),
                people.recipients(),
                people.spouses(),
                people.byCode(),
                cut.folder());
        out.flush();
    }

    /// What is to be cut.
    static final class Order {

        @Option(
                names = "--association",
                required = true,
                paramLabel = "CODE",
                description = {"Association, 1 to 99.", "構成組合コード。"})
        private int association;

        @Option(
                names = "--purpose",
                required = true,
                paramLabel = "PURPOSE",
                description = {"registration or life-status.", "利用目的: registration（登録）または life-status（生存照会）。"})
        private String purpose = "";

        @Option(
                names = "--since",
                paramLabel = "YYYY-MM-DD",
                description = {
                    "First day of the period asked about (default: the day asked about last).",
                    "照会対象期間の開始日（既定: 前回の照会基準日）。"
                })
        private @Nullable LocalDate since;

        @Option(
                names = "--reference-day",
                paramLabel = "YYYY-MM-DD",
                description = {"Day the inquiry refers to (default: today).", "照会基準日（既定: 今日）。"})
        private @Nullable LocalDate referenceDay;
    }
}
