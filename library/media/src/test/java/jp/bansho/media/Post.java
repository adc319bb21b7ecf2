package jp.bansho.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A sender and a recipient with practice certificates, at a moment that tests choose.
final class Post {

    static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    static final SecureRandom RANDOM = new SecureRandom();
    static final CertifiedKey SENDER = make(PracticeCertificate.Kind.P_256, PracticeCertificate.Use.SIGN, "jlis");
    static final CertifiedKey RECIPIENT =
            make(PracticeCertificate.Kind.P_256, PracticeCertificate.Use.RECEIVE, "association-28");
    static final CertifiedKey SOMEBODY =
            make(PracticeCertificate.Kind.P_256, PracticeCertificate.Use.RECEIVE, "association-28");

    Instant now = NOON;
    String organisation = "association-28";
    Set<String> purposes = Set.of("registration");
    TrustedSenders trusted =
            new TrustedSenders(List.of(new TrustedSender("jlis", SENDER.certificate(), Set.of("registration"))));
    final Set<ParcelNumber> seen = new HashSet<>();
    final InstantSource clock = () -> now;

    static CertifiedKey make(PracticeCertificate.Kind kind, PracticeCertificate.Use use, String organisation) {
        return PracticeCertificate.make(
                kind, use, organisation, NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(400)), RANDOM);
    }

    static Label label() {
        return new Label(
                ParcelNumber.make(RANDOM),
                "identity-results",
                "registration",
                "承認 A-17",
                "jlis",
                "association-28",
                "operator-3",
                LocalDate.of(2026, 11, 30),
                "取込後に物理破壊し、証明書を送付");
    }

    ParcelWriter writer(Path folder, int segmentBytes) {
        return ParcelWriter.begin(
                folder, label(), SENDER, new Addressee.Holder(RECIPIENT.certificate()), clock, segmentBytes);
    }

    /// A finished parcel with these files.
    Delivered send(Path folder, int segmentBytes, Map<String, byte[]> files) throws IOException {
        return send(folder, label(), new Addressee.Holder(RECIPIENT.certificate()), segmentBytes, files);
    }

    Delivered send(Path folder, Label label, Addressee addressee, int segmentBytes, Map<String, byte[]> files)
            throws IOException {
        try (var writer = ParcelWriter.begin(folder, label, SENDER, addressee, clock, segmentBytes)) {
            for (var file : files.entrySet()) {
                writer.add(file.getKey(), out -> {
                    out.write(file.getValue());
                    return counts(file.getValue());
                });
            }
            return writer.finish();
        }
    }

    static Counts counts(byte[] content) {
        return new Counts(content.length / 2, content.length);
    }

    InspectedParcel inspect(Path folder) {
        return new ParcelReader(new Receiving(organisation, purposes, trusted, seen::contains, clock)).inspect(folder);
    }

    Map<String, byte[]> receive(Path folder) throws IOException {
        return receive(folder, new Opener.Key(RECIPIENT));
    }

    /// Reads everything, and completes.
    Map<String, byte[]> receive(Path folder, Opener opener) throws IOException {
        var contents = new HashMap<String, byte[]>();
        var counted = new HashMap<String, Counts>();
        try (var opened = inspect(folder).open(opener)) {
            for (var file : opened.manifest().files()) {
                var content = opened.stream(file).readAllBytes();
                contents.put(file.name(), content);
                counted.put(file.name(), counts(content));
            }
            opened.complete(counted);
        }
        return contents;
    }

    /// Reads a stream to its end or its refusal, and gives what came out before.
    static byte[] untilRefused(InputStream in) throws IOException {
        var bytes = new ArrayList<Byte>();
        try {
            for (var next = in.read(); next >= 0; next = in.read()) {
                bytes.add((byte) next);
            }
        } catch (ParcelRefused e) {
            // what came out before is asked for
        }
        var all = new byte[bytes.size()];
        for (var i = 0; i < all.length; i++) {
            all[i] = bytes.get(i);
        }
        return all;
    }
}
