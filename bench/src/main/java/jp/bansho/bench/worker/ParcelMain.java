package jp.bansho.bench.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.bansho.media.Addressee;
import jp.bansho.media.CertifiedKey;
import jp.bansho.media.Counts;
import jp.bansho.media.Label;
import jp.bansho.media.Opener;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.PracticeCertificate;
import jp.bansho.media.PracticeCertificate.Kind;
import jp.bansho.media.PracticeCertificate.Use;
import jp.bansho.media.Receiving;
import jp.bansho.media.TrustedSender;
import jp.bansho.media.TrustedSenders;

/// Writes and reads parcels on order, one line each: `write FOLDER BYTES` and `read FOLDER BYTES`;
/// answers with seconds and bytes. The content is made in pieces of 64 KiB, as a file would be read.
public final class ParcelMain {

    private static final int PIECE = 64 << 10;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();
    private final CertifiedKey sender = made(Kind.P_256, Use.SIGN, "jlis");
    private final CertifiedKey recipient;

    private ParcelMain(Kind kind) {
        this.recipient = made(kind, Use.RECEIVE, "association-28");
    }

    /// Runs until standard input ends.
    ///
    /// @param arguments none; the kind of the recipient's key is named by `BANSHO_PARCEL_KEY`
    public static void main(String[] arguments) throws IOException {
        var worker = new ParcelMain(Kind.valueOf(System.getenv().getOrDefault("BANSHO_PARCEL_KEY", "P_256")));
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            say("ready");
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                var words = line.split("\t", -1);
                var bytes = Long.parseLong(words[2]);
                var began = System.nanoTime();
                if (words[0].equals("write")) {
                    worker.write(Path.of(words[1]), bytes);
                } else {
                    worker.read(Path.of(words[1]), bytes);
                }
                say((System.nanoTime() - began) / 1e9 + "\t" + bytes);
            }
        }
    }

    private CertifiedKey made(Kind kind, Use use, String organisation) {
        var now = clock.instant();
        return PracticeCertificate.make(
                kind, use, organisation, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(2)), random);
    }

    private void write(Path folder, long bytes) throws IOException {
        var label = new Label(
                ParcelNumber.make(random),
                "measurement",
                "measurement",
                "none",
                "jlis",
                "association-28",
                "bench",
                LocalDate.ofInstant(clock.instant().plus(Duration.ofDays(1)), JAPAN),
                "none");
        var piece = new byte[PIECE];
        new Random(1).nextBytes(piece);
        try (var writer =
                ParcelWriter.begin(folder, label, sender, new Addressee.Holder(recipient.certificate()), clock)) {
            writer.add("measured.bin", out -> {
                for (var left = bytes; left > 0; left -= PIECE) {
                    out.write(piece, 0, (int) Math.min(PIECE, left));
                }
                return new Counts(0, 0);
            });
            writer.finish();
        }
    }

    private void read(Path folder, long bytes) throws IOException {
        var trusted =
                new TrustedSenders(List.of(new TrustedSender("jlis", sender.certificate(), Set.of("measurement"))));
        var receiving = new Receiving("association-28", Set.of("measurement"), trusted, number -> false, clock);
        try (var opened = new ParcelReader(receiving).inspect(folder).open(new Opener.Key(recipient))) {
            var file = opened.manifest().files().getFirst();
            if (opened.stream(file).transferTo(OutputStream.nullOutputStream()) != bytes) {
                throw new IOException("not as long as it was written");
            }
            opened.complete(Map.of(file.name(), new Counts(0, 0)));
        }
    }

    private static void say(String answer) throws IOException {
        System.out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
