package jp.bansho.pension.slips;

/// Half-width kana for tests of other desks.
public final class HalfKana {

    private HalfKana() {}

    /// The reading in half width, cut off where a field of so many bytes ends.
    public static String of(String katakana, int bytes) {
        var half = HalfWidth.of(katakana);
        return half.substring(0, Math.min(bytes, half.length())).strip();
    }
}
