package jp.bansho.media.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;
import jp.bansho.media.Addressee;
import jp.bansho.media.CertifiedKey;
import jp.bansho.media.Counts;
import jp.bansho.media.Delivered;
import jp.bansho.media.InspectedParcel;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.PracticeCertificate;
import jp.bansho.media.Receiving;
import jp.bansho.media.Seen;
import jp.bansho.media.TrustedSender;
import jp.bansho.media.TrustedSenders;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A machine with a ledger, a few invented people, and somebody it exchanges parcels with.
final class Office {

    static final SecureRandom RANDOM = new SecureRandom();
    static final LocalDate USE_BY = LocalDate.of(2026, 11, 30);
    static final CertifiedKey SENDER = made(PracticeCertificate.Use.SIGN);
    static final CertifiedKey RECIPIENT = made(PracticeCertificate.Use.RECEIVE);
    static final KeyPair KEYS = keys();
    static final HeadSigner SIGNER = HeadSigner.of("audit-signing-0-1", KEYS.getPrivate());
    static final HeadKeys TRUSTED = new HeadKeys(Map.of("audit-signing-0-1", KEYS.getPublic()));
    static final byte[] CONTENT = "26,21,1\r\n".repeat(500).getBytes(StandardCharsets.UTF_8);

    final LedgerDatabase database = new LedgerDatabase();
    final Ledger ledger = new Ledger("numbers", code -> "association-" + code, database.clock());
    final Actor tanaka = new Actor("k.tanaka", 1, 28, "clerk");
    final Actor suzuki = new Actor("h.suzuki", 2, 28, "senior-clerk");
    final Actor tanakaAgain = new Actor("k.tanaka-2", 1, 28, "clerk");
    final TwoPeople both = new TwoPeople(tanaka, suzuki);

    Medium entered(String number) throws SQLException {
        return database.act(28, on -> ledger.enter(on, tanaka, number, MediumKind.STICK, "請求用 " + number));
    }

    static ParcelOrder order() {
        return new ParcelOrder("measurement", "registration", "association-28", "jlis", USE_BY, "取込後に廃棄し証明書を送付");
    }

    static Approved approved(long application) {
        return new Approved(application, "k.tanaka", "h.suzuki", order().payloadHash());
    }

    Label begun(Medium medium, long application) throws SQLException {
        return database.act(28, on -> ledger.outgoing().begin(on, both, medium.id(), order(), approved(application)));
    }

    /// Begun, written and noted.
    Delivered written(Path folder, Medium medium, long application) throws SQLException, IOException {
        var delivered = write(folder, begun(medium, application));
        database.act(28, on -> ledger.outgoing().written(on, both, delivered));
        return delivered;
    }

    Delivered write(Path folder, Label label) throws IOException {
        var to = new Addressee.Holder(RECIPIENT.certificate());
        try (var writer = ParcelWriter.begin(folder, label, SENDER, to, database.clock(), 1024)) {
            writer.add("measured.csv", out -> {
                out.write(CONTENT);
                return new Counts(500, 500);
            });
            return writer.finish();
        }
    }

    /// A parcel as J-LIS sends it to association 28.
    Delivered arrives(Path folder) throws IOException {
        return write(
                folder,
                new Label(
                        ParcelNumber.make(RANDOM),
                        "identity-results",
                        "registration",
                        "A-17",
                        "jlis",
                        "association-28",
                        "operator-3",
                        USE_BY,
                        "取込後に廃棄し証明書を送付"));
    }

    InspectedParcel inspect(Path folder, Seen seen) {
        var trusted =
                new TrustedSenders(List.of(new TrustedSender("jlis", SENDER.certificate(), Set.of("registration"))));
        return new ParcelReader(
                        new Receiving("association-28", Set.of("registration"), trusted, seen, database.clock()))
                .inspect(folder);
    }

    InspectedParcel inspect(Path folder) {
        return inspect(folder, number -> false);
    }

    static Arrival arrival(String number) {
        return new Arrival(number, MediumKind.DISC, "本人確認情報照会結果", "courier-7");
    }

    Receipt registered(InspectedParcel parcel, String medium) throws SQLException {
        return database.act(28, on -> ledger.incoming().register(on, both, parcel, arrival(medium)));
    }

    Medium medium(String owner, String number) throws SQLException {
        return database.in(28, on -> ledger.medium(on, owner, number).orElseThrow());
    }

    /// Asserts that something is refused by that name, in both languages, and that the refusal is on record.
    void refused(Refusal reason, ThrowingCallable act) {
        var before = database.events().size();
        assertThatThrownBy(act).isInstanceOfSatisfying(MediaRefused.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason.word());
            assertThat(refusal.english()).isNotBlank();
            assertThat(refusal.japanese()).isNotBlank();
        });
        assertThat(database.events())
                .hasSize(before + 1)
                .last()
                .isInstanceOfSatisfying(
                        MediaEvent.MediaStepRefused.class,
                        event -> assertThat(event.reason()).isEqualTo(reason.word()));
    }

    private static CertifiedKey made(PracticeCertificate.Use use) {
        var noon = LedgerDatabase.NOON;
        return PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                use,
                "jlis",
                noon.minus(Duration.ofDays(1)),
                noon.plus(Duration.ofDays(400)),
                RANDOM);
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
