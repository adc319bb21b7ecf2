package jp.bansho.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes parcels in, or refuses them by name.
public final class ParcelReader {

    /// Where a use-by date ends.
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final Pattern SEGMENT = Pattern.compile("s[0-9]{7}\\.cms");

    private final Receiving receiving;

    /// Takes in what that receiver may have.
    public ParcelReader(Receiving receiving) {
        this.receiving = receiving;
    }

    /// Looks at a parcel without its key, as one registers it: who signed, for whom, what for, until
    /// when, whether it came before, and whether all its files are there with their lengths. Their
    /// content is verified as it is read.
    ///
    /// @throws ParcelRefused with the first reason found
    public InspectedParcel inspect(Path folder) {
        var now = receiving.clock().instant();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new ParcelRefused(Reason.STRANGE_ENTRY);
        }
        var files = ParcelFiles.list(folder, Rules.MOST_SEGMENTS + 1);
        var length = files.remove(ParcelFiles.MANIFEST);
        if (length == null) {
            throw new ParcelRefused(Reason.UNFINISHED);
        }
        if (length > ParcelFiles.MOST_MANIFEST_BYTES) {
            throw new ParcelRefused(Reason.TOO_LARGE);
        }
        var bytes = bytes(folder.resolve(ParcelFiles.MANIFEST), length.intValue());
        var signed = SignedManifest.verify(bytes, receiving.trusted(), now);
        var manifest = ManifestText.read(signed.text());
        entitled(signed.sender(), manifest.label());
        expected(manifest.label(), now);
        complete(manifest, files);
        return new InspectedParcel(folder, manifest, hash(signed.text()));
    }

    private static void entitled(TrustedSender sender, Label label) {
        if (!sender.organisation().equals(label.from()) || !sender.purposes().contains(label.purpose())) {
            throw new ParcelRefused(Reason.SENDER_NOT_ENTITLED);
        }
    }

    private void expected(Label label, Instant now) {
        if (!label.to().equals(receiving.organisation())) {
            throw new ParcelRefused(Reason.OTHER_ORGANISATION);
        }
        if (!receiving.purposes().contains(label.purpose())) {
            throw new ParcelRefused(Reason.OTHER_PURPOSE);
        }
        if (LocalDate.ofInstant(now, JAPAN).isAfter(label.useBy())) {
            throw new ParcelRefused(Reason.EXPIRED);
        }
        if (receiving.seen().before(label.number())) {
            throw new ParcelRefused(Reason.REPLAYED);
        }
    }

    private static void complete(Manifest manifest, Map<String, Long> files) {
        manifest.segments().forEach(segment -> {
            var length = files.remove(ParcelFiles.segment(segment.place()));
            if (length == null) {
                throw new ParcelRefused(Reason.SEGMENT_MISSING, segment, null);
            }
            if (length != segment.storedBytes()) {
                throw new ParcelRefused(Reason.SEGMENT_CUT, segment, null);
            }
        });
        if (!files.isEmpty()) {
            var segments = files.keySet().stream().allMatch(SEGMENT.asMatchPredicate());
            throw new ParcelRefused(segments ? Reason.SEGMENT_EXTRA : Reason.STRANGE_ENTRY);
        }
    }

    private static byte[] bytes(Path file, int length) {
        var buffer = ByteBuffer.allocate(length);
        try (var channel = ParcelFiles.open(file)) {
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until the end
            }
        } catch (IOException e) {
            throw new ParcelRefused(Reason.CANNOT_READ, e);
        }
        return buffer.array();
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }
}
