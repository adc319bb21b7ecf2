package jp.bansho.identifiers;

/// The characters of opaque identifiers: visible ASCII without the comma and the quotation mark, since the
/// files that carry them know no quoting.
final class VisibleAscii {

    private VisibleAscii() {}

    static boolean allows(int character) {
        return character > ' ' && character < 0x7f && character != ',' && character != '"';
    }

    static boolean allows(CharSequence text) {
        return text.chars().allMatch(VisibleAscii::allows);
    }

    static void require(CharSequence text, int longest) {
        if (text.isEmpty() || text.length() > longest || !allows(text)) {
            throw new IllegalArgumentException("not an identifier of 1 to " + longest + " visible ASCII characters");
        }
    }
}
