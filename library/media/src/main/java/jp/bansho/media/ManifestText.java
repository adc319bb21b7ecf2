package jp.bansho.media;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/// A manifest as text: a line for each fact, in a fixed order. What is read must be exactly what would
/// be written, so there is one text for each manifest and nothing a reader could understand in two
/// ways.
final class ManifestText {

    private static final String FIRST = "bansho parcel 1";
    private static final String LAST = "end";

    private final List<String> lines;
    private int next;

    private ManifestText(String text) {
        this.lines = text.lines().toList();
    }

    static String write(Manifest manifest) {
        var label = manifest.label();
        var text = new StringBuilder();
        line(text, FIRST);
        line(text, "number: " + label.number());
        line(text, "content: " + label.content());
        line(text, "purpose: " + label.purpose());
        line(text, "approval: " + label.approval());
        line(text, "from: " + label.from());
        line(text, "to: " + label.to());
        line(text, "made-at: " + manifest.madeAt());
        line(text, "made-by: " + label.madeBy());
        line(text, "use-by: " + label.useBy());
        line(text, "return: " + label.wayOfReturn());
        line(text, "addressee: " + manifest.addressee());
        line(text, "segment-bytes: " + manifest.segmentBytes());
        line(text, "files: " + manifest.files().size());
        for (var file : manifest.files()) {
            line(text, "file: " + file.name());
            line(text, "items: " + file.counts().items());
            line(text, "rows: " + file.counts().rows());
            line(text, "bytes: " + file.bytes());
            line(text, "segments: " + file.segments().size());
            for (var segment : file.segments()) {
                line(
                        text,
                        "segment: " + segment.place() + ' ' + segment.plainBytes() + ' ' + segment.storedBytes() + ' '
                                + segment.sha256());
            }
        }
        line(text, LAST);
        return text.toString();
    }

    /// Reads a text whose signature was verified.
    static Manifest read(String text) {
        try {
            var manifest = new ManifestText(text).manifest();
            if (write(manifest).equals(text)) {
                return manifest;
            }
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
            // without the cause: its message may quote what stands there
            throw new ParcelRefused(Reason.MANIFEST_NOT_UNDERSTOOD);
        }
        throw new ParcelRefused(Reason.MANIFEST_NOT_UNDERSTOOD);
    }

    private Manifest manifest() {
        plain();
        var number = new ParcelNumber(value("number"));
        var content = value("content");
        var purpose = value("purpose");
        var approval = value("approval");
        var from = value("from");
        var to = value("to");
        var madeAt = Instant.parse(value("made-at"));
        var madeBy = value("made-by");
        var useBy = LocalDate.parse(value("use-by"));
        var label = new Label(number, content, purpose, approval, from, to, madeBy, useBy, value("return"));
        var addressee = value("addressee");
        var segmentBytes = (int) count("segment-bytes", Rules.MOST_SEGMENT_BYTES);
        var files = new ArrayList<PayloadFile>();
        for (var left = count("files", Rules.MOST_FILES); left > 0; left--) {
            files.add(file());
        }
        return new Manifest(label, madeAt, addressee, segmentBytes, files);
    }

    private PayloadFile file() {
        var name = value("file");
        var counts = new Counts(count("items", Rules.LARGEST_COUNT), count("rows", Rules.LARGEST_COUNT));
        var bytes = count("bytes", Rules.LARGEST_COUNT);
        var segments = new ArrayList<Segment>();
        for (var left = count("segments", Rules.MOST_SEGMENTS); left > 0; left--) {
            var parts = value("segment").split(" ", -1);
            if (parts.length != 4) {
                throw new IllegalArgumentException("a segment has four parts");
            }
            segments.add(new Segment(
                    Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3]));
        }
        return new PayloadFile(name, counts, bytes, segments);
    }

    private long count(String name, long most) {
        return Rules.count(name, Long.parseLong(value(name)), 0, most);
    }

    private String value(String name) {
        var line = plain();
        if (!line.startsWith(name + ": ")) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return line.substring(name.length() + 2);
    }

    private String plain() {
        if (next == lines.size()) {
            throw new NoSuchElementException("the manifest is cut");
        }
        return lines.get(next++);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
