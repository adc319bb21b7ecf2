package jp.bansho.machine.command;

import jp.bansho.machine.NotInstalled;
import jp.bansho.media.ParcelNumber;
import picocli.CommandLine.Parameters;

/// The parcel that a command is about.
final class ParcelArgument {

    @Parameters(paramLabel = "PARCEL", description = "P-… / 媒体番号")
    private String typed = "";

    /// Its number.
    ///
    /// @throws NotInstalled if what was typed is none
    ParcelNumber number() {
        try {
            return new ParcelNumber(typed);
        } catch (IllegalArgumentException e) {
            throw new NotInstalled("a parcel's number looks like P-XXXXX-XXXXX-XXXXX-XXXXX", "媒体番号の形式ではありません");
        }
    }
}
