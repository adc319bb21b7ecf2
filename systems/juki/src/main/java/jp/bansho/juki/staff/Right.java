package jp.bansho.juki.staff;

import jp.bansho.terminal.NamedRight;

/// The rights of this machine's screens. Who has them stands in `access/rights.tsv`, and nowhere in code.
public enum Right implements NamedRight {
    SEE_JOBS("job.see"),
    ASK("job.ask"),
    HANDLE_MEDIA("media.handle"),
    APPLY("approval.apply"),
    DECIDE("approval.decide");

    private final String word;

    Right(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
