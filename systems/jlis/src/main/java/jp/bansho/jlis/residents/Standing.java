package jp.bansho.jlis.residents;

/// What the register says of somebody today (住民区分).
public enum Standing {
    /// 住民: lives in the country.
    RESIDENT(1),
    /// 死亡による消除: removed, dead.
    DEAD(2),
    /// 国外転出による消除: removed, left the country.
    LEFT(3);

    private final int stored;

    Standing(int stored) {
        this.stored = stored;
    }

    /// Whether the resident was removed (消除) from the register.
    public boolean removed() {
        return this != RESIDENT;
    }

    int stored() {
        return stored;
    }

    static Standing stored(int value) {
        return values()[value - 1];
    }
}
