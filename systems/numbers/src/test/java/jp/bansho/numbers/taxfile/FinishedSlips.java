package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Decision;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Town;
import jp.bansho.numbers.staff.ApprovalDesk;

/// The withholding slips of a machine from the source parcel to the opened parcel, each step by the
/// people who take it.
public final class FinishedSlips {

    /// Shift_JIS with the characters that vendors added.
    private static final Charset WITH_VENDORS = Charset.forName("windows-31j");

    private final TestMachine machine;
    private final SourceSlips slips;
    private int discs;

    private FinishedSlips(TestMachine machine, SourceSlips slips) {
        this.machine = machine;
        this.slips = slips;
    }

    /// With correspondents whose keys are in that new folder.
    public static FinishedSlips of(TestMachine machine, Path folder) throws IOException {
        return new FinishedSlips(machine, SourceSlips.around(machine, Files.createDirectory(folder)));
    }

    /// A registered parcel with these slips.
    public Path parcel(List<String> lines) throws IOException {
        return slips.parcel(TaxReport.WITHHOLDING, lines.toArray(String[]::new));
    }

    /// A registered parcel of these bytes.
    public Path parcel(byte[] content, int lines) throws IOException {
        return slips.parcel(TaxReport.WITHHOLDING, content, lines);
    }

    /// Counts a parcel through.
    public Preview preview(Path parcel) {
        var order = new Previews.Order(
                SourceSlips.HANAKO, parcel, TaxReport.WITHHOLDING, SourceSlips.YEAR, Mode.FIRST, null);
        return machine.part(Previews.class).make(order, Progress.SILENT);
    }

    /// The rules a parcel breaks.
    public List<Preview.BrokenRule> broken(Preview preview) {
        return machine.part(Previews.class).details(SourceSlips.HANAKO, preview).broken();
    }

    /// What the way down to the tax agency's characters does to a text, as the preview lists it.
    public UnaryOperator<String> replaced(Preview preview) {
        var replacements = machine.part(Previews.class)
                .details(SourceSlips.HANAKO, preview)
                .replacements()
                .keySet();
        return text -> {
            var written = text;
            for (var one : replacements) {
                written = written.replace(one.from(), one.to());
            }
            return written;
        };
    }

    /// Confirms, applies for, and approves what was counted.
    public void approve(Preview preview) throws SQLException {
        var previews = machine.part(Previews.class);
        previews.confirm(SourceSlips.TARO, preview.id());
        var officer = Approved.account(machine, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        var second = Approved.account(machine, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        var sending = new Sending("tax-office", "S-" + ++discs, Sending.DVD, today.plusDays(30), today.plusDays(400));
        var application = previews.apply(officer, preview.id(), sending, "T-" + preview.id(), "年次の提出");
        machine.part(ApprovalDesk.class).decide(second, application.id(), Decision.APPROVE, "");
    }

    /// Writes the parcel of an approved preview.
    public Output write(Preview preview) throws IOException {
        return machine.part(Reports.class)
                .write(SourceSlips.HANAKO, SourceSlips.TARO, preview.id(), outbox(), Progress.SILENT);
    }

    /// The folder parcels are written to.
    public Path outbox() throws IOException {
        return slips.outbox();
    }

    /// From a registered parcel to the finished one.
    public Output finished(Path parcel) throws IOException, SQLException {
        var preview = preview(parcel);
        approve(preview);
        return write(preview);
    }

    /// The fields that stayed empty.
    public List<Missing> missing(Output output) {
        return machine.part(Custodies.class).missing(SourceSlips.HANAKO, output.id());
    }

    /// What the tax office finds, as bytes in Latin 1.
    public String opened(Path parcel) throws IOException {
        return String.join("", slips.opened(parcel).values());
    }

    /// The slips of a town as the pension machine sends them, without these lines of the town's file.
    public static List<String> source(Town town, Set<Long> without) throws IOException {
        var lines = new ArrayList<String>();
        var number = 0L;
        for (var line :
                Files.readString(town.slips(), StandardCharsets.ISO_8859_1).split("\n", 0)) {
            if (!without.contains(++number)) {
                lines.add(sent(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line));
            }
        }
        return lines;
    }

    /// A line of a town's file, in Latin 1, as the pension machine sends it.
    private static String sent(String line) {
        var text = new String(line.getBytes(StandardCharsets.ISO_8859_1), Charset.forName("Shift_JIS"));
        return text + "," + text.split(",", -1)[71].substring(0, 2);
    }

    /// A town's file, faults and all, as the pension machine would send it.
    public static byte[] faulty(Town town) throws IOException {
        var sent = new StringBuilder();
        for (var line :
                Files.readString(town.slips(), StandardCharsets.ISO_8859_1).split("(?<=\n)", 0)) {
            var end = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
            var text = new String(line.getBytes(StandardCharsets.ISO_8859_1), WITH_VENDORS);
            sent.append(text, 0, text.length() - end.length()).append(",28").append(end);
        }
        return sent.toString().getBytes(StandardCharsets.UTF_8);
    }
}
