package jp.bansho.machine.command;

import java.nio.file.Path;
import jp.bansho.media.ledger.Arrival;
import jp.bansho.media.ledger.MediumKind;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A parcel that came, and the medium it came on.
public final class ArrivalOptions {

    @Parameters(
            paramLabel = "PARCEL",
            description = {"The parcel's folder.", "媒体のフォルダ。"})
    private Path parcel = Path.of("");

    @Option(
            names = "--medium",
            required = true,
            paramLabel = "NUMBER",
            description = {"As it stands on the medium.", "媒体に記された番号。"})
    private String medium = "";

    @Option(
            names = "--kind",
            defaultValue = "DISC",
            paramLabel = "KIND",
            description = {"DISC, STICK, EXTERNAL_DISK, IMAGE.", "媒体の種類。"})
    private MediumKind kind = MediumKind.DISC;

    @Option(
            names = "--brought-by",
            required = true,
            paramLabel = "HANDLE",
            description = {"Who brought it.", "持参した人の利用者ID。"})
    private String broughtBy = "";

    /// Options that nobody filled in yet.
    public ArrivalOptions() {}

    /// The parcel's folder.
    public Path parcel() {
        return parcel;
    }

    /// The medium.
    public Arrival arrival() {
        return new Arrival(medium, kind, medium, broughtBy);
    }
}
