package jp.bansho.pension.command;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.bansho.pension.outbox.Party;
import jp.bansho.pension.staff.StaffFile;
import picocli.CommandLine.Option;

/// Who makes and approves a parcel, who stands beside, which medium it goes onto and until when it may be opened; and
/// how the answer is written.
final class ParcelOptions {

    @Option(
            names = "--use-within",
            defaultValue = "14",
            paramLabel = "DAYS",
            description = {"Days until the parcel expires (default 14).", "媒体の使用期限までの日数（既定 14）。"})
    private int days;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = {"Who applies and makes the parcel.", "申請者・作成者。"})
    private String by = "";

    @Option(
            names = "--approved-by",
            required = true,
            paramLabel = "NAME",
            description = {"Who approves: another person.", "承認者（別の人）。"})
    private String approvedBy = "";

    @Option(
            names = "--with",
            required = true,
            paramLabel = "NAME",
            description = {"Second person at the medium: not who makes the parcel.", "媒体取扱いの立会者（作成者以外）。"})
    private String with = "";

    @Option(
            names = "--medium",
            required = true,
            paramLabel = "NUMBER",
            description = {"Number of the own medium.", "自機関の媒体の番号。"})
    private String medium = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "OUTBOX",
            description = {"Folder on the medium.", "媒体上のフォルダー。"})
    private Path outbox = Path.of("");

    @Option(
            names = "--json",
            description = {"Machine-readable output.", "機械可読な出力（JSON）。"})
    private boolean json;

    Party party(StaffFile staff) {
        return new Party(staff.clerk(by), staff.clerk(approvedBy), staff.clerk(with));
    }

    LocalDate useBy(LocalDate today) {
        return today.plusDays(days);
    }

    String medium() {
        return medium;
    }

    Path outbox() {
        return outbox;
    }

    boolean json() {
        return json;
    }
}
