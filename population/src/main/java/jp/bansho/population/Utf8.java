package jp.bansho.population;

/// UTF-8 without a byte order mark, for files whose names need more than JIS level 1 and 2. ASCII is a part of it.
final class Utf8 implements TextEncoding {

    @Override
    public int put(CharSequence text, byte[] target, int at) {
        int end = at;
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            if (character < 0x80) {
                target[end++] = (byte) character;
            } else if (character < 0x800) {
                target[end++] = (byte) (0xC0 | (character >> 6));
                target[end++] = (byte) (0x80 | (character & 0x3F));
            } else if (!Character.isSurrogate(character)) {
                target[end++] = (byte) (0xE0 | (character >> 12));
                target[end++] = (byte) (0x80 | ((character >> 6) & 0x3F));
                target[end++] = (byte) (0x80 | (character & 0x3F));
            } else {
                int point = Character.toCodePoint(character, text.charAt(++position));
                target[end++] = (byte) (0xF0 | (point >> 18));
                target[end++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                target[end++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                target[end++] = (byte) (0x80 | (point & 0x3F));
            }
        }
        return end;
    }
}
