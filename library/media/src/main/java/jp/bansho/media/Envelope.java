package jp.bansho.media;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The bytes around the ciphertext of a segment: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC
/// 5084), DER with definite lengths, one recipient, no attributes. Written by hand because the
/// ciphertext stays where it is: general encoders copy it several times.
final class Envelope {

    static final int NONCE = 12;
    static final int TAG = 16;

    /// More than the longest head and tail, those of an RSA key of 16,384 bits.
    static final int MOST_OVERHEAD = 4096;

    /// What stands between ciphertext and tag: an octet string of 16 bytes begins.
    static final int BEFORE_TAG = 2;

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONTEXT = 0xA0;
    private static final int CONTEXT_PRIMITIVE = 0x80;
    private static final byte[] AUTH_ENVELOPED_DATA = hex("060B2A864886F70D0109100117");
    private static final byte[] DATA = hex("06092A864886F70D010701");
    private static final byte[] VERSION = hex("020100");
    private static final byte[] AES_256_GCM = hex("301E060960864801650304012E3011040C");
    private static final byte[] TAG_LENGTH = hex("020110");
    private static final byte[] TAIL = hex("0410");

    private Envelope() {}

    /// Where things are in a segment's file.
    ///
    /// @param recipient  the RecipientInfo
    /// @param nonce      of the cipher
    /// @param ciphertext where it begins
    /// @param length     of the ciphertext
    @SuppressWarnings("ArrayRecordComponent")
    record Parts(byte[] recipient, byte[] nonce, int ciphertext, int length) {}

    static byte[] head(byte[] recipient, byte[] nonce, int length) {
        var algorithm = joined(AES_256_GCM, nonce, TAG_LENGTH);
        var inner = joined(DATA, algorithm, header(CONTEXT_PRIMITIVE, length));
        var content = joined(header(SEQUENCE, (long) inner.length + length), inner);
        var recipients = joined(header(SET, recipient.length), recipient);
        var rest = (long) content.length + length + BEFORE_TAG + TAG;
        var body = joined(VERSION, recipients, content);
        var bodyLength = VERSION.length + recipients.length + rest;
        var sequence = header(SEQUENCE, bodyLength);
        var explicit = header(CONTEXT, sequence.length + bodyLength);
        var all = AUTH_ENVELOPED_DATA.length + explicit.length + sequence.length + bodyLength;
        return joined(header(SEQUENCE, all), AUTH_ENVELOPED_DATA, explicit, sequence, body);
    }

    static byte[] tail() {
        return TAIL.clone();
    }

    /// Finds the parts, and accepts nothing but exactly what [#head] writes; null if it is anything
    /// else.
    static @Nullable Parts parts(byte[] file, int length) {
        try {
            var at = enter(file, 0);
            at = enter(file, at + AUTH_ENVELOPED_DATA.length);
            at = enter(file, at) + VERSION.length;
            var recipientAt = enter(file, at);
            var contentAt = recipientAt + size(file, at);
            var recipient = Arrays.copyOfRange(file, recipientAt, contentAt);
            var nonceAt = enter(file, contentAt) + DATA.length + AES_256_GCM.length;
            var nonce = Arrays.copyOfRange(file, nonceAt, nonceAt + NONCE);
            var ciphertextAt = nonceAt + NONCE + TAG_LENGTH.length;
            var ciphertext = enter(file, ciphertextAt);
            var ciphertextLength = size(file, ciphertextAt);
            var head = head(recipient, nonce, ciphertextLength);
            var end = ciphertext + ciphertextLength;
            return head.length == ciphertext
                            && Arrays.equals(head, 0, head.length, file, 0, head.length)
                            && length == end + BEFORE_TAG + TAG
                            && Arrays.equals(TAIL, 0, BEFORE_TAG, file, end, end + BEFORE_TAG)
                    ? new Parts(recipient, nonce, ciphertext, ciphertextLength)
                    : null;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return null;
        }
    }

    /// Where the content of the element at that place begins.
    private static int enter(byte[] file, int at) {
        var first = file[at + 1] & 0xFF;
        return at + 2 + (first < 0x80 ? 0 : first - 0x80);
    }

    private static int size(byte[] file, int at) {
        var first = file[at + 1] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        if (first < 0x81 || first > 0x84) {
            throw new IllegalArgumentException("a length of a kind that is not used");
        }
        var size = 0;
        for (var i = 0; i < first - 0x80; i++) {
            size = (size << 8) | (file[at + 2 + i] & 0xFF);
        }
        if (size < 0 || size > file.length) {
            throw new IllegalArgumentException("a length beyond the end");
        }
        return size;
    }

    private static byte[] header(int tag, long length) {
        var bytes = 0;
        while (length >= 0x80 && length >> (8 * bytes) != 0) {
            bytes++;
        }
        var header = new byte[2 + bytes];
        header[0] = (byte) tag;
        header[1] = (byte) (bytes == 0 ? length : 0x80 + bytes);
        for (var i = 0; i < bytes; i++) {
            header[2 + i] = (byte) (length >> (8 * (bytes - 1 - i)));
        }
        return header;
    }

    private static byte[] joined(byte[]... parts) {
        var length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var joined = new byte[length];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
