package jp.bansho.media.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;
import org.jspecify.annotations.Nullable;

/// Erasure and destruction of media, each with two people and a numbered certificate that is signed
/// (M5).
public final class Disposal {

    private final Desk desk;

    Disposal(Desk desk) {
        this.desk = desk;
    }

    /// Notes that a whole medium was erased; it may be used again, or given back.
    ///
    /// @param method how, such as `全領域上書き`
    public MediaAnswer<SignedDisposal> erased(
            Connection connection, TwoPeople people, long medium, String method, HeadSigner signer)
            throws SQLException {
        return dispose(connection, Action.ERASE, people, medium, method, signer);
    }

    /// Notes that a medium was destroyed, demagnetised or shredded.
    ///
    /// @param method how, such as `細断`
    public MediaAnswer<SignedDisposal> destroyed(
            Connection connection, TwoPeople people, long medium, String method, HeadSigner signer)
            throws SQLException {
        return dispose(connection, Action.DESTROY, people, medium, method, signer);
    }

    /// Notes the certificate by which the recipient of a parcel says that our medium is destroyed.
    ///
    /// @param certificate bytes of the file
    /// @param trusted     public keys of the recipient
    public MediaAnswer<DisposalCertificate> certified(
            Connection connection, Actor actor, long medium, byte[] certificate, HeadKeys trusted) throws SQLException {
        return desk.answer(actor, Action.CERTIFIED.word(), Desk.about(medium), now -> {
            if (!(new DisposalVerifier(trusted).verify(certificate) instanceof DisposalVerdict.Genuine(var it))) {
                throw Refusal.CERTIFICATE_WORTHLESS.refused();
            }
            var hands = Hands.of(actor);
            var standing = Steps.ready(connection, Action.CERTIFIED, hands, medium);
            var parcel = standing.parcel();
            if (parcel == null
                    || !it.destroyed()
                    || !it.issuer().equals(parcel.to())
                    || !it.owner().equals(standing.medium().owner())
                    || !it.medium().equals(standing.medium().number())
                    || !it.parcels()
                            .contains(new DisposedParcel(parcel.number(), String.valueOf(parcel.manifestHash())))) {
                throw Refusal.CERTIFICATE_OF_ANOTHER.refused();
            }
            var text = SignedDisposal.parse(new String(certificate, StandardCharsets.UTF_8));
            keep(connection, actor, medium, text, null, now);
            var more = Particulars.certificate(it.method(), it.issuer(), it.number());
            Steps.take(connection, Action.CERTIFIED, hands, medium, standing.parcelCalled(), more, now);
            var event = new MediaEvent.DisposalCertified(
                    standing.mediumCalled(), standing.parcelCalled(), it.issuer(), it.number());
            return desk.done(it, actor, parcel.purpose(), null, event);
        });
    }

    /// The certificate with that number, own or received.
    public Optional<SignedDisposal> certificate(Connection connection, String issuer, String number)
            throws SQLException {
        return Sql.query(
                        connection,
                        "select text from media.certificate where issuer = ? and number = ?",
                        row -> SignedDisposal.parse(row.getString(1)),
                        issuer,
                        number)
                .stream()
                .findFirst();
    }

    private MediaAnswer<SignedDisposal> dispose(
            Connection connection, Action action, TwoPeople people, long medium, String method, HeadSigner signer)
            throws SQLException {
        var actor = people.doer();
        var hands = Hands.of(people);
        return desk.answer(actor, action.word(), Desk.about(medium), now -> {
            var how = Desk.line(method);
            var standing = Steps.ready(connection, action, hands, medium);
            var parcels = ParcelTable.since(connection, medium).stream()
                    .map(parcel -> new DisposedParcel(parcel.number(), String.valueOf(parcel.manifestHash())))
                    .toList();
            var serial = Serials.certificate(connection, actor.organisation());
            var certificate = new DisposalCertificate(
                    "D-" + actor.organisation() + "-" + serial,
                    desk.name(actor),
                    action == Action.DESTROY,
                    standing.medium().owner(),
                    standing.medium().number(),
                    standing.medium().kind(),
                    how,
                    now,
                    actor.account(),
                    people.witness().account(),
                    parcels);
            var signed = SignedDisposal.sign(certificate, signer);
            keep(connection, actor, medium, signed, serial, now);
            var more = Particulars.certificate(how, certificate.issuer(), certificate.number());
            Steps.take(connection, action, hands, medium, standing.parcelCalled(), more, now);
            var event = new MediaEvent.MediumDisposed(
                    action.word(),
                    standing.mediumCalled(),
                    numbers(parcels),
                    how,
                    certificate.number(),
                    hash(signed.text()),
                    people.witness().account());
            return desk.done(signed, actor, standing.purpose(), null, event);
        });
    }

    private static void keep(
            Connection connection, Actor actor, long medium, SignedDisposal signed, @Nullable Long serial, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                """
                insert into media.certificate (organisation, issuer, number, serial, medium, key_id, text, noted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                actor.organisation(),
                signed.certificate().issuer(),
                signed.certificate().number(),
                serial,
                medium,
                signed.keyId(),
                signed.text(),
                now);
    }

    private static List<String> numbers(List<DisposedParcel> parcels) {
        return parcels.stream().map(parcel -> parcel.number().text()).toList();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
