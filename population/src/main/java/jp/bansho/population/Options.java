package jp.bansho.population;

import java.nio.file.Path;

/// What to invent.
///
/// @param people how many people in all, 100 to 10,000,000 (with faults at least 500)
/// @param seed the same seed makes the same files, byte for byte
/// @param out the folder to write to; made if missing, refused if it holds anything
/// @param associations how many associations (構成組合), 1 to 8
/// @param faults whether to plant mistakes and to add the file of the next odd month
/// @param taxYear the year (年分) of the withholding slips, 2021 to 2099
/// @param nextMonth whether to add what happened until the next odd month; not with faults
/// @param nextYear whether to add the declarations of dependants for the next year; not with faults
public record Options(
        long people,
        long seed,
        Path out,
        int associations,
        boolean faults,
        int taxYear,
        boolean nextMonth,
        boolean nextYear) {

    static final long MOST_PEOPLE = 10_000_000;

    /// Refuses what cannot be made (IllegalArgumentException, message in Japanese and English).
    public Options {
        long least = faults ? 500 : 100;
        require(
                people >= least && people <= MOST_PEOPLE,
                "人数は" + least + "～10000000人 / people must be " + least + " to 10000000");
        require(
                associations >= 1 && associations <= Association.MOST,
                "組合数は1～" + Association.MOST + " / associations must be 1 to " + Association.MOST);
        require(taxYear >= 2021 && taxYear <= 2099, "年分は2021～2099 / the tax year must be 2021 to 2099");
        require(
                !faults || (!nextMonth && !nextYear),
                "--faults は --next-month・--next-year と同時に指定できません / --faults goes with neither --next-month nor --next-year");
    }

    /// Without a next month and a next year.
    public Options(long people, long seed, Path out, int associations, boolean faults, int taxYear) {
        this(people, seed, out, associations, faults, taxYear, false, false);
    }

    private static void require(boolean kept, String message) {
        if (!kept) {
            throw new IllegalArgumentException(message);
        }
    }
}
