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
/// without the correction mark, and the correction mark. Where there are files by municipality,
/// the first 8 of whose it is say the recipient alone, so that one who moved is recognised in
/// the file of the other municipality. Nobody without the key can test a number against them.
final class SlipMarks {

    static final int LENGTH = 33;

    /// How many ranges name the recipient: association and user number.
    private static final int RECIPIENT = 2;

    private static final int HALF = 8;

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

    /// Whose slip it is: association, user number and, where there are files by municipality,
    /// that.
    ///
    /// @return of which the first 16 bytes count
    byte[] whose(byte[] slip, int[][] ranges) {
        var whose = whose(slip, ranges, ranges.length);
        if (ranges.length > RECIPIENT) {
            // the recipient in front, the recipient at this municipality behind
            System.arraycopy(whose, 0, whose, HALF, HALF);
            System.arraycopy(whose(slip, ranges, RECIPIENT), 0, whose, 0, HALF);
        }
        return whose;
    }

    private byte[] whose(byte[] slip, int[][] ranges, int many) {
        mac.update(WHOSE);
        for (var range = 0; range < many; range++) {
            mac.update(slip, ranges[range][0], ranges[range][1] - ranges[range][0]);
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

    /// The recipient, wherever the report goes; for papers without municipalities the same as
    /// whose slip it is.
    static long recipient(UUID whose) {
        return whose.getMostSignificantBits();
    }

    static UUID half(byte[] marks, int at) {
        var buffer = ByteBuffer.wrap(marks, at, 16);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
