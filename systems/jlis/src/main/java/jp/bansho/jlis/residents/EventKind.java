package jp.bansho.jlis.residents;

import jp.bansho.layout.CodeTable;

/// What may happen to a resident (異動区分).
public enum EventKind {
    /// 個人番号の変更: the number leaked and could be misused (C1).
    NUMBER("number"),
    /// 死亡.
    DIED("died"),
    /// 住所の変更, within a municipality or between two; also the return from abroad.
    MOVED("moved"),
    /// 氏名の修正: name or kana.
    SPELLED("spelled"),
    /// 国外転出.
    LEFT("left");

    private static final int COLUMN = 2;

    private final String meaning;

    EventKind(String meaning) {
        this.meaning = meaning;
    }

    static EventKind of(CodeTable codes, String value) {
        var code = codes.find(COLUMN, value).orElseThrow();
        for (var each : values()) {
            if (each.meaning.equals(code.meaning())) {
                return each;
            }
        }
        throw new IllegalStateException("the code table of events knows a kind that nobody understands");
    }
}
