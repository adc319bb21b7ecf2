package jp.bansho.numbers.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.retention.Use;

/// What is due in an association on a day, in the order of handles.
record DueList(int association, LocalDate day, List<RunItem> items) {

    /// The part of it that concerns these people.
    DueList of(Set<Long> subjects) {
        return new DueList(
                association,
                day,
                items.stream().filter(item -> subjects.contains(item.subject())).toList());
    }

    Set<Long> subjects() {
        return items.stream().map(RunItem::subject).collect(Collectors.toSet());
    }

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

    /// SHA-256 of the list, in hexadecimal digits.
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    ("bansho/erasure-list/1 " + association + " " + day + "\n").getBytes(StandardCharsets.US_ASCII));
            items.forEach(item -> digest.update(item.line().getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
