package jp.bansho.numbers.intake.web;

import java.util.Locale;

/// How a job stands, as its screens say it.
enum JobStanding {
    /// Runs in this server.
    WORKING("working"),
    /// Some other process works for the association.
    ELSEWHERE("working"),
    /// Began and did not end: can be taken up again.
    STOPPED("caution"),
    /// Done.
    FINISHED("done"),
    /// Ended without a result.
    REFUSED("gone");

    private final String chip;

    JobStanding(String chip) {
        this.chip = chip;
    }

    /// State of the chip.
    public String chip() {
        return chip;
    }

    /// Key of the word.
    public String textKey() {
        return "intake.job.state." + name().toLowerCase(Locale.ROOT);
    }
}
