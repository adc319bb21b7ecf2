package jp.bansho.population;

/// Turns readings from hiragana into katakana, full or half width.
final class Kana {

    private static final String FULL = "ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロワヲンー\u3000";
    private static final String HALF = "ｧｱｨｲｩｳｪｴｫｵｶｷｸｹｺｻｼｽｾｿﾀﾁｯﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜｦﾝｰ ";
    private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    private static final String VOICED_BASE = "カキクケコサシスセソタチツテトハヒフヘホウ";
    private static final String POPPED = "パピプペポ";
    private static final String POPPED_BASE = "ハヒフヘホ";

    private Kana() {}

    static String katakana(String hiragana) {
        StringBuilder text = new StringBuilder(hiragana.length());
        for (int position = 0; position < hiragana.length(); position++) {
            char kana = hiragana.charAt(position);
            text.append(kana >= 'ぁ' && kana <= 'ゖ' ? (char) (kana + ('ァ' - 'ぁ')) : kana);
        }
        return text.toString();
    }

    /// Half-width katakana; a voiced sound takes two characters.
    static String halfWidth(String katakana) {
        StringBuilder text = new StringBuilder(katakana.length() + 4);
        for (int position = 0; position < katakana.length(); position++) {
            char kana = katakana.charAt(position);
            int voiced = VOICED.indexOf(kana);
            int popped = POPPED.indexOf(kana);
            if (voiced >= 0) {
                text.append(narrow(VOICED_BASE.charAt(voiced))).append('ﾞ');
            } else if (popped >= 0) {
                text.append(narrow(POPPED_BASE.charAt(popped))).append('ﾟ');
            } else {
                text.append(narrow(kana));
            }
        }
        return text.toString();
    }

    private static char narrow(char kana) {
        int at = FULL.indexOf(kana);
        if (at < 0) {
            throw new IllegalArgumentException("a reading holds something other than kana");
        }
        return HALF.charAt(at);
    }
}
