package jp.bansho.retention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/// The one way to write a certificate: ASCII, a line for each fact, in this order, each ending with a line feed.
/// Whoever reads it writes it again and compares, so that no byte can be another.
final class CertificateText {

    private static final String TITLE = "bansho-erasure-certificate 1";

    private CertificateText() {}

    static String write(Certificate it) {
        var text = new StringBuilder(1_000 + 60 * it.erased().size());
        line(text, TITLE);
        line(text, "number: " + it.number());
        line(text, "association: " + it.association());
        line(text, "due-on: " + it.day());
        line(text, "erased-at: " + it.erasedAt());
        line(text, "application: " + it.application());
        line(text, "ordered-by: " + it.orderedBy());
        line(text, "approved-by: " + it.approvedBy());
        line(text, "list-digest: " + it.listDigest());
        for (var rule : Rule.values()) {
            line(text, "uses-ended-by " + rule.word() + ": " + it.count(rule));
        }
        line(text, "people-gone: " + it.people());
        line(text, "numbers-deleted: " + it.numbers());
        it.destroyedKeys().forEach(key -> line(text, "destroyed-key: " + key));
        line(text, "destroyed-key-encryption-key: " + it.keyBefore());
        line(text, "current-key-encryption-key: " + it.keyAfter());
        line(text, "audit-position: " + it.auditPosition());
        line(text, "audit-hash: " + it.auditHash());
        it.warnings().forEach(warning -> line(text, "warning: " + warning));
        it.erased()
                .forEach(one -> line(
                        text,
                        "erased: " + one.handle() + " " + one.use().word() + " " + one.eraseFrom() + " "
                                + (one.whole() ? "number" : "use")));
        return text.toString();
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalArgumentException if it is anything else
    static Certificate read(String text) {
        var lines = new Lines(text);
        lines.title();
        var number = lines.one("number");
        var association = Integer.parseInt(lines.one("association"));
        var day = date(lines.one("due-on"));
        var erasedAt = moment(lines.one("erased-at"));
        var application = Long.parseLong(lines.one("application"));
        var orderedBy = lines.one("ordered-by");
        var approvedBy = lines.one("approved-by");
        var digest = lines.one("list-digest");
        Arrays.stream(Rule.values()).forEach(rule -> lines.one("uses-ended-by " + rule.word()));
        lines.one("people-gone");
        var numbers = Long.parseLong(lines.one("numbers-deleted"));
        var keys = lines.all("destroyed-key", Function.identity());
        var before = lines.one("destroyed-key-encryption-key");
        var after = lines.one("current-key-encryption-key");
        var position = Long.parseLong(lines.one("audit-position"));
        var hash = lines.one("audit-hash");
        var warnings = lines.all("warning", Function.identity());
        var erased = lines.all("erased", CertificateText::erased);
        var read = new Certificate(
                number,
                association,
                day,
                erasedAt,
                application,
                orderedBy,
                approvedBy,
                digest,
                erased,
                numbers,
                keys,
                before,
                after,
                position,
                hash,
                warnings);
        if (!write(read).equals(text)) {
            throw new IllegalArgumentException("not in the one form of a certificate");
        }
        return read;
    }

    private static ErasedUse erased(String line) {
        var parts = line.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a line of a certificate");
        }
        return new ErasedUse(Long.parseLong(parts[0]), Use.of(parts[1]), date(parts[2]), parts[3].equals("number"));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date", e);
        }
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a moment", e);
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    /// The lines of a text, taken one after the other.
    private static final class Lines {

        private final Iterator<String> rest;
        private String next;

        Lines(String text) {
            rest = text.lines().iterator();
            next = rest.hasNext() ? rest.next() : "";
        }

        void title() {
            if (!next.equals(TITLE)) {
                throw new IllegalArgumentException("not an erasure certificate of version 1");
            }
            step();
        }

        String one(String key) {
            if (!next.startsWith(key + ": ")) {
                throw new IllegalArgumentException("a certificate has a line " + key);
            }
            var value = next.substring(key.length() + 2);
            step();
            return value;
        }

        <T> List<T> all(String key, Function<String, T> as) {
            var found = new ArrayList<T>();
            while (next.startsWith(key + ": ")) {
                found.add(as.apply(one(key)));
            }
            return found;
        }

        private void step() {
            next = rest.hasNext() ? rest.next() : "";
        }
    }
}
