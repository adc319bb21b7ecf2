package jp.bansho.access.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is signed when a review is closed.
///
/// @param text      the canonical text: a head, then one line per user ID in the order of the IDs' characters, fields
///                  separated by tabs, without names
/// @param hash      SHA-256 of the text in UTF-8, 64 hexadecimal digits
/// @param operation the text of the operation for the passkey's challenge; it contains the hash
public record ReviewResult(String text, String hash, String operation) {

    static ReviewResult of(Review review, List<ReviewLine> lines) {
        var head = """
                bansho review result v1
                review: %d
                organisation: %d
                kind: %s
                period: %s
                opened: %s
                deadline: %s
                lines: %d
                """.formatted(
                        review.id(),
                        review.organisation(),
                        review.kind().word(),
                        review.period(),
                        review.openedAt(),
                        review.deadline(),
                        lines.size());
        var body = lines.stream()
                .sorted(Comparator.comparing(ReviewLine::account))
                .map(line -> line(line) + "\n")
                .collect(Collectors.joining());
        return of(review, head + body);
    }

    static ReviewResult of(Review review, String text) {
        var hash = sha256(text);
        var operation =
                """
                close review %d
                organisation: %d
                kind: %s
                period: %s
                result sha-256: %s
                """.formatted(review.id(), review.organisation(), review.kind().word(), review.period(), hash);
        return new ReviewResult(text, hash, operation);
    }

    private static String line(ReviewLine line) {
        var decision = line.decision();
        return Stream.of(
                        line.account(),
                        line.staffNumber(),
                        line.role().word(),
                        line.department(),
                        line.validUntil().toString(),
                        moment(line.lastLogin()),
                        line.ledgerDepartment() == null ? "-" : line.ledgerDepartment(),
                        line.pointers().stream().map(Pointer::word).collect(Collectors.joining(",")),
                        decision == null ? "-" : decision.word(),
                        line.decidedBy() == null ? "-" : line.decidedBy(),
                        moment(line.decidedAt()),
                        line.note())
                .map(ReviewResult::plain)
                .collect(Collectors.joining("\t"));
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "-" : at.toString();
    }

    /// A field cannot end its own field or line.
    private static String plain(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Without the text: notes stand in it.
    @Override
    public String toString() {
        return "ReviewResult[" + hash + "]";
    }
}
