package jp.bansho.media.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;
import jp.bansho.media.ParcelNumber;
import jp.bansho.paper.PaperPress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Erasure and destruction, and their certificates.
class DisposalTest {

    private final Office office = new Office();
    private final LedgerDatabase database = office.database;

    @TempDir
    private Path folder;

    @Test
    void certificatesAreNumberedWithoutGapsAndNameWhatWasOnTheMedium() throws SQLException, IOException {
        var stick = office.entered("USB-1");
        var parcel = office.written(folder.resolve("parcel"), stick, 41);
        var erased = database.act(
                28, on -> office.ledger.disposal().erased(on, office.both, stick.id(), "全領域上書き", Office.SIGNER));
        var destroyed = database.act(
                28, on -> office.ledger.disposal().destroyed(on, office.both, stick.id(), "細断", Office.SIGNER));
        assertThat(erased.certificate().number()).isEqualTo("D-28-1");
        assertThat(erased.certificate().parcels())
                .containsExactly(new DisposedParcel(parcel.manifest().label().number(), parcel.manifestHash()));
        assertThat(destroyed.certificate().number()).isEqualTo("D-28-2");
        assertThat(destroyed.certificate().parcels())
                .as("gone with the erasure")
                .isEmpty();
        assertThat(destroyed.certificate().destroyed()).isTrue();
        assertThat(office.medium("association-28", "USB-1").state()).isEqualTo(MediumState.DESTROYED);
        var kept = database.in(28, on -> office.ledger.disposal().certificate(on, "association-28", "D-28-1"));
        assertThat(kept).contains(erased);
        assertThat(database.column(28, "select state from media.parcel")).containsExactly("erased");
    }

    @Test
    void theRecipientsCertificateSettlesAParcelAndOnlyAGenuineOneForJustThisMedium() throws SQLException, IOException {
        var stick = office.entered("USB-1");
        var delivered = office.written(folder.resolve("parcel"), stick, 41);
        var number = delivered.manifest().label().number();
        database.act(28, on -> office.ledger.outgoing().handOver(on, office.both, number, "courier-7"));
        var it = certificate(
                "jlis", "association-28", "USB-1", true, new DisposedParcel(number, delivered.manifestHash()));
        var stranger = HeadSigner.of("audit-signing-0-2", Office.KEYS.getPrivate());
        certified(Refusal.CERTIFICATE_WORTHLESS, stick, SignedDisposal.sign(it, stranger));
        for (var other : List.of(
                certificate(
                        "juki", "association-28", "USB-1", true, it.parcels().getFirst()),
                certificate("jlis", "jlis", "USB-1", true, it.parcels().getFirst()),
                certificate(
                        "jlis", "association-28", "USB-2", true, it.parcels().getFirst()),
                certificate(
                        "jlis", "association-28", "USB-1", false, it.parcels().getFirst()),
                certificate(
                        "jlis",
                        "association-28",
                        "USB-1",
                        true,
                        new DisposedParcel(ParcelNumber.make(Office.RANDOM), delivered.manifestHash())))) {
            certified(Refusal.CERTIFICATE_OF_ANOTHER, stick, SignedDisposal.sign(other, Office.SIGNER));
        }
        database.act(
                28,
                on -> office.ledger
                        .disposal()
                        .certified(
                                on,
                                office.tanaka,
                                stick.id(),
                                bytes(SignedDisposal.sign(it, Office.SIGNER)),
                                Office.TRUSTED));
        assertThat(database.column(28, "select state from media.parcel")).containsExactly("settled");
        assertThat(office.medium("association-28", "USB-1").state()).isEqualTo(MediumState.DESTROYED);
    }

    @Test
    void aChangeOfAnyByteIsFound() {
        var verifier = new DisposalVerifier(Office.TRUSTED);
        var file = bytes(SignedDisposal.sign(example("h.suzuki"), Office.SIGNER));
        assertThat(verifier.verify(file)).isEqualTo(new DisposalVerdict.Genuine(example("h.suzuki")));
        for (var at = 0; at < file.length; at++) {
            for (var bit = 0; bit < Byte.SIZE; bit++) {
                var changed = file.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(verifier.verify(changed))
                        .as("byte %d, bit %d", at, bit)
                        .isInstanceOf(DisposalVerdict.Worthless.class);
            }
        }
        assertThat(verifier.verify(new byte[0])).isInstanceOf(DisposalVerdict.Worthless.class);
    }

    @Test
    void aStrangersSignatureAndOnePersonAloneAreWorthless() {
        var unknown = new HeadKeys(Map.of("other", Office.KEYS.getPublic()));
        var file = bytes(SignedDisposal.sign(example("h.suzuki"), Office.SIGNER));
        assertThat(new DisposalVerifier(unknown).verify(file)).isInstanceOf(DisposalVerdict.Worthless.class);
        var alone = bytes(SignedDisposal.sign(example("k.tanaka"), Office.SIGNER));
        assertThat(new DisposalVerifier(Office.TRUSTED).verify(alone)).isInstanceOf(DisposalVerdict.Worthless.class);
    }

    @Test
    void theStandAloneVerifierAnswersByItsExitCode() throws IOException {
        var keys = keyFile();
        var file = Files.write(
                folder.resolve("certificate"), bytes(SignedDisposal.sign(example("h.suzuki"), Office.SIGNER)));
        assertThat(answer(0, file, keys)).contains("D-28-3").contains("真正").contains("genuine");
        Files.writeString(file, Files.readString(file).replace("USB-1", "USB-2"));
        assertThat(answer(1, file, keys)).contains("WORTHLESS").contains("無効");
        assertThat(answer(2, folder.resolve("nothing"), keys)).contains("Could not be checked");
    }

    @Test
    void theStandAloneVerifierNeedsTwoJarsAndTheJdkAlone() throws IOException, InterruptedException {
        var file = Files.write(
                folder.resolve("certificate"), bytes(SignedDisposal.sign(example("h.suzuki"), Office.SIGNER)));
        var path = place(Ledger.class) + java.io.File.pathSeparator + place(HeadKeys.class);
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        path,
                        DisposalMain.class.getName(),
                        file.toString(),
                        keyFile().toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("D-28-3").contains("genuine");
    }

    @Test
    void certificateAndReceiptArePrinted() throws IOException {
        var press = new PaperPress(database.clock());
        var certificate = Papers.certificate(SignedDisposal.sign(example("h.suzuki"), Office.SIGNER));
        assertThat(certificate).contains("媒体廃棄証明書").contains("signature: ").contains("立会者印");
        assertThat(new String(press.pdf(certificate), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        var receipt = new Receipt(
                "R-28-1",
                "association-28",
                "jlis",
                ParcelNumber.make(Office.RANDOM),
                "0".repeat(64),
                LedgerDatabase.NOON);
        assertThat(new String(press.pdf(Papers.receipt(receipt)), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    private void certified(Refusal reason, Medium medium, SignedDisposal certificate) {
        office.refused(
                reason,
                () -> database.act(
                        28,
                        on -> office.ledger
                                .disposal()
                                .certified(on, office.tanaka, medium.id(), bytes(certificate), Office.TRUSTED)));
    }

    private static DisposalCertificate certificate(
            String issuer, String owner, String medium, boolean destroyed, DisposedParcel parcel) {
        return new DisposalCertificate(
                "D-0-7",
                issuer,
                destroyed,
                owner,
                medium,
                MediumKind.STICK,
                "細断",
                LedgerDatabase.NOON,
                "operator-3",
                "operator-4",
                List.of(parcel));
    }

    private static DisposalCertificate example(String witness) {
        return new DisposalCertificate(
                "D-28-3",
                "association-28",
                true,
                "association-28",
                "USB-1",
                MediumKind.STICK,
                "細断 <2 mm>",
                LedgerDatabase.NOON,
                "k.tanaka",
                witness,
                List.of(new DisposedParcel(
                        new ParcelNumber("P-7KQ2M-X9DTA-4HHRC-W8ZPN"), "0123456789abcdef".repeat(4))));
    }

    private Path keyFile() throws IOException {
        return Files.writeString(
                folder.resolve("public-key.pem"),
                "Key-Id: audit-signing-0-1\n"
                        + Base64.getEncoder()
                                .encodeToString(Office.KEYS.getPublic().getEncoded()) + "\n");
    }

    private static String answer(int exit, Path certificate, Path key) {
        var out = new ByteArrayOutputStream();
        var code = DisposalMain.run(
                new String[] {certificate.toString(), key.toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(exit);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Path place(Class<?> type) {
        return Path.of(java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static byte[] bytes(SignedDisposal certificate) {
        return certificate.text().getBytes(StandardCharsets.UTF_8);
    }
}
