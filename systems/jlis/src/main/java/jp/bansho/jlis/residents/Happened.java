package jp.bansho.jlis.residents;

/// What a file of events did.
public record Happened(long numbers, long deaths, long moves, long spellings, long leavings) {

    static final Happened NOTHING = new Happened(0, 0, 0, 0, 0);

    /// All events.
    public long all() {
        return numbers + deaths + moves + spellings + leavings;
    }

    Happened and(Happened more) {
        return new Happened(
                numbers + more.numbers,
                deaths + more.deaths,
                moves + more.moves,
                spellings + more.spellings,
                leavings + more.leavings);
    }

    Happened and(EventKind kind) {
        return switch (kind) {
            case NUMBER -> new Happened(numbers + 1, deaths, moves, spellings, leavings);
            case DIED -> new Happened(numbers, deaths + 1, moves, spellings, leavings);
            case MOVED -> new Happened(numbers, deaths, moves + 1, spellings, leavings);
            case SPELLED -> new Happened(numbers, deaths, moves, spellings + 1, leavings);
            case LEFT -> new Happened(numbers, deaths, moves, spellings, leavings + 1);
        };
    }
}
