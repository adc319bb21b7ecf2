package jp.bansho.population;

import java.nio.charset.Charset;

/// Shift_JIS with JIS level 1 and 2 only, as tax files demand: rows 1–8 and 16–84, and half-width katakana.
///
/// The vendor rows (13, 89–92, 115–119) have no entry here, so 髙 or ① cannot slip in. The
/// full-width minus and the wave dash have two Unicode forms each in use; both are written as the
/// one JIS character.
final class StrictShiftJis implements TextEncoding {

    private final char[] codes = new char[0x10000];

    StrictShiftJis() {
        Charset charset = Charset.forName("Shift_JIS");
        for (int row = 1; row <= 84; row++) {
            if (row >= 9 && row <= 15) {
                continue;
            }
            for (int cell = 1; cell <= 94; cell++) {
                int lead = (row + 1) / 2 + (row <= 62 ? 0x80 : 0xC0);
                int trail = row % 2 == 0 ? cell + 0x9E : cell + (cell <= 63 ? 0x3F : 0x40);
                String text = new String(new byte[] {(byte) lead, (byte) trail}, charset);
                if (text.length() == 1 && text.charAt(0) != '\uFFFD') {
                    codes[text.charAt(0)] = (char) ((lead << 8) | trail);
                }
            }
        }
        for (int code = 0xA1; code <= 0xDF; code++) {
            codes[0xFF61 + code - 0xA1] = (char) code;
        }
        for (char ascii = 0x20; ascii < 0x7F; ascii++) {
            codes[ascii] = ascii;
        }
        codes['\r'] = '\r';
        codes['\n'] = '\n';
        codes['\uFF0D'] = codes['\u2212'];
        codes['\uFF5E'] = codes['\u301C'];
    }

    boolean holds(CharSequence text) {
        return text.chars().allMatch(character -> codes[character] != 0);
    }

    @Override
    public int put(CharSequence text, byte[] target, int at) {
        int end = at;
        for (int position = 0; position < text.length(); position++) {
            char code = codes[text.charAt(position)];
            if (code == 0) {
                throw new IllegalArgumentException("a character outside JIS level 1 and 2");
            }
            if (code > 0xFF) {
                target[end++] = (byte) (code >> 8);
            }
            target[end++] = (byte) code;
        }
        return end;
    }
}
