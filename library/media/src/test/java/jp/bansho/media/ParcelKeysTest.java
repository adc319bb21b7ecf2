package jp.bansho.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelKeysTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T03:00:00Z"));

    @TempDir
    Path folder;

    private ParcelKeys juki;
    private ParcelKeys numbers;

    @BeforeEach
    void twoMachinesThatKnowEachOther() throws Exception {
        juki = made("juki");
        numbers = made("numbers");
        juki.sealFor("numbers", folder.resolve("numbers/numbers-receive.pem"));
        numbers.believe("juki", Set.of("registration"), folder.resolve("juki/juki-sign.pem"));
    }

    @Test
    void whatOneSealsTheOtherOpens() throws Exception {
        try (var parcel = new ParcelReader(receiving(numbers)).inspect(parcel()).open(numbers.receiving())) {
            var file = parcel.manifest().files().getFirst();
            assertThat(new String(parcel.stream(file).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("text\r\n");
            assertThat(parcel.complete(Map.of("text.csv", new Counts(1, 1))).number())
                    .isEqualTo(parcel.manifest().label().number());
        }
    }

    @Test
    void whoIsNotOnTheListIsNotBelievedAndNotWrittenTo() throws Exception {
        assertThat(juki.recipient("tax-office")).isEmpty();
        var sent = parcel();
        assertThatThrownBy(() -> new ParcelReader(receiving(juki)).inspect(sent))
                .isInstanceOfSatisfying(
                        ParcelRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.SENDER_UNKNOWN));
    }

    @Test
    void anExchangedCertificateFileIsNoticed() throws Exception {
        Files.copy(
                folder.resolve("juki/juki-receive.pem"),
                folder.resolve("juki/numbers-receive.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> juki.recipient("numbers")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void keysAreNotMadeOverOthersAndNobodyElseReadsThem() throws Exception {
        assertThatThrownBy(
                        () -> juki.make("juki", CLOCK.instant(), CLOCK.instant().plus(1, ChronoUnit.DAYS)))
                .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
        for (var file : Set.of("password", "sign.p12", "receive.p12")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("juki").resolve(file)))
                    .as(file)
                    .hasSize(2);
        }
    }

    private ParcelKeys made(String organisation) throws Exception {
        var keys = new ParcelKeys(folder.resolve(organisation));
        keys.make(
                organisation,
                CLOCK.instant().minus(1, ChronoUnit.DAYS),
                CLOCK.instant().plus(9, ChronoUnit.DAYS));
        return keys;
    }

    private Path parcel() throws Exception {
        var label = new Label(
                ParcelNumber.make(new SecureRandom()),
                "identity-results",
                "registration",
                "A-1",
                "juki",
                "numbers",
                "taro",
                LocalDate.parse("2026-11-30"),
                "destroy after intake");
        var to = folder.resolve("parcel");
        try (var writer = ParcelWriter.begin(
                to, label, juki.signing(), juki.recipient("numbers").orElseThrow(), CLOCK)) {
            writer.add("text.csv", out -> {
                out.write("text\r\n".getBytes(StandardCharsets.UTF_8));
                return new Counts(1, 1);
            });
            writer.finish();
        }
        return to;
    }

    private static Receiving receiving(ParcelKeys keys) {
        return new Receiving("numbers", Set.of("registration"), keys.senders(), _ -> false, CLOCK);
    }
}
