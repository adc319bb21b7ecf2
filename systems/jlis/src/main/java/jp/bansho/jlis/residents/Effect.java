package jp.bansho.jlis.residents;

/// What a change changed.
public enum Effect {
    /// Nothing is known of a change, or it was one of no item, such as a birth.
    NONE(0),
    /// Name, kana or address.
    ITEMS(1),
    /// The Individual Number.
    NUMBER(2),
    /// Death, or leaving the country.
    STANDING(3);

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
