package jp.bansho.numbers.taxfile;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Marks of slips under a key of the installation: by them a submitted slip is recognised, and
/// nothing of it is kept.
///
/// For each record 33 bytes: 16 of whose slip it is, 16 of its whole content with numbers and
/// without the correction mark, and the correction mark. Nobody without the key can test a number
/// against them.
final class SlipMarks {

    static final int LENGTH = 33;

    private static final byte[] WHOSE = {'w'};
    private static final byte[] WHAT = {'c'};
    private static final byte[] COMMA = {','};

    private final Mac mac;

    SlipMarks(SecretKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    /// Whose slip it is: association, user number and, where there are files by municipality, that.
    byte[] whose(byte[] slip, int[][] ranges) {
        mac.update(WHOSE);
        for (var range : ranges) {
            mac.update(slip, range[0], range[1] - range[0]);
            mac.update(COMMA);
        }
        return mac.doFinal();
    }

    /// What stands in a record, whatever its correction mark is.
    byte[] what(byte[] record, int start, int mark, int end) {
        mac.update(WHAT);
        mac.update(record, start, mark - start);
        mac.update(record, mark + 1, end - mark - 1);
        return mac.doFinal();
    }

    static UUID half(byte[] marks, int at) {
        var buffer = ByteBuffer.wrap(marks, at, 16);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
