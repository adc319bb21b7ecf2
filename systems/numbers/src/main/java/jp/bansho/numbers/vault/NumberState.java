package jp.bansho.numbers.vault;

/// What a kept number is to its person.
public enum NumberState {
    /// The person's number.
    CURRENT(1),
    /// The person's number before a change; kept as history.
    FORMER(2),
    /// Somebody says it is the person's number; a person has to decide.
    PROPOSED(3),
    /// Was proposed and turned down.
    REJECTED(4),
    /// Its person was registered by mistake and is out of use.
    WITHDRAWN(5);

    private final int code;

    NumberState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static NumberState of(int code) {
        for (var state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state of a number has that code");
    }
}
