package jp.bansho.layout;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/// The character code of a whole file.
public enum CharacterSet {
    /// シフトJIS with JIS X 0208 rows 1-8, 16-47 and 48-84 only, as the tax office demands; not windows-31j.
    SHIFT_JIS("Shift_JIS"),
    /// UTF-8 without byte order mark.
    UTF_8("UTF-8"),
    /// Seven-bit ASCII.
    ASCII("US-ASCII");

    // The twins of windows-31j, as U+301C is written there U+FF5E; both become the one JIS X 0208 cell.
    private static final String TWINS = "\uFF5E\uFF0D\u2225\uFFE0\uFFE1\uFFE2\u2015";
    private static final String PARTNERS = "\u301C\u2212\u2016\u00A2\u00A3\u00AC\u2014";

    private final Charset charset;

    CharacterSet(String name) {
        this.charset = Charset.forName(name);
    }

    static CharacterSet parse(String name) {
        for (var each : values()) {
            if (each.charset.name().equalsIgnoreCase(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("not a character set of a layout: " + name);
    }

    /// Decodes a range of bytes; what is invalid becomes U+FFFD.
    public String decode(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, charset);
    }

    /// Encodes a text strictly; `～－∥￠￡￢―` take the JIS X 0208 cell whichever of their two code points is used.
    ///
    /// @throws CharacterCodingException if a character has no place in this code; the message does not show it
    public byte[] encode(String text) throws CharacterCodingException {
        var fitting = this == SHIFT_JIS ? partners(text) : text;
        var encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = encoder.encode(CharBuffer.wrap(fitting));
        var result = new byte[bytes.remaining()];
        bytes.get(result);
        return result;
    }

    /// One character of two bytes, or null-character when the strict decoder knows none.
    static char shiftJis(int lead, int trail) {
        try {
            var decoder = SHIFT_JIS
                    .charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            var text = decoder.decode(ByteBuffer.wrap(new byte[] {(byte) lead, (byte) trail}));
            return text.length() == 1 ? text.charAt(0) : 0;
        } catch (CharacterCodingException noSuchCell) {
            return 0;
        }
    }

    private static String partners(String text) {
        var fitting = new StringBuilder(text);
        for (var i = 0; i < fitting.length(); i++) {
            var twin = TWINS.indexOf(fitting.charAt(i));
            if (twin >= 0) {
                fitting.setCharAt(i, PARTNERS.charAt(twin));
            }
        }
        return fitting.toString();
    }
}
