package jp.bansho.numbers.erasure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import jp.bansho.retention.Use;

/// What is due in an association on a day, in the order of handles.
record DueList(int association, LocalDate day, List<RunItem> items) {

    int people() {
        return (int) items.stream()
                .filter(RunItem::whole)
                .mapToLong(RunItem::subject)
                .distinct()
                .count();
    }

    int uses(Use use) {
        return (int) items.stream().filter(item -> item.use() == use).count();
    }

    /// SHA-256 of the list, in hexadecimal digits; `retention.list_digest` computes it from the rows.
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    ("bansho/erasure-list/2 " + association + " " + day + "\n").getBytes(StandardCharsets.US_ASCII));
            var sixteen = ByteBuffer.allocate(2 * Long.BYTES);
            items.forEach(item -> {
                item.into(sixteen.clear());
                digest.update(sixteen.flip());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
