package jp.bansho.jlis.residents;

/// What a change changed.
public enum Effect {
    /// Nothing is known of a change, or it was one of no item, such as a birth.
    NONE(0),
    /// Name, kana, address, or whether one lives in the country.
    ITEMS(1),
    /// The Individual Number.
    NUMBER(2),
    /// The life status, and no item.
    DEATH(3);

    private final int stored;

    Effect(int stored) {
        this.stored = stored;
    }

    int stored() {
        return stored;
    }

    static Effect stored(int value) {
        return values()[value];
    }
}
