package jp.bansho.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A parcel that may be taken in: its manifest is believed, its content is not opened yet.
///
/// @param folder       where it lies
/// @param manifest     as the sender signed it
/// @param manifestHash SHA-256 of the manifest's text, for receipts and the ledger
public record InspectedParcel(Path folder, Manifest manifest, String manifestHash) {

    private static final int PIECE = 1 << 20;

    /// Holds every byte on the medium against the signed manifest, without a key: for whoever wants to act on the
    /// beginning of a parcel before its end was read.
    ///
    /// @throws ParcelRefused with [Reason#SEGMENT_TAMPERED], or the medium's reason
    public void verify() {
        var piece = ByteBuffer.allocateDirect(PIECE);
        manifest.segments().forEach(segment -> verify(segment, piece));
    }

    private void verify(Segment segment, ByteBuffer piece) {
        try (var channel = ParcelFiles.open(folder.resolve(ParcelFiles.segment(segment.place())))) {
            var hash = MessageDigest.getInstance("SHA-256");
            while (channel.read(piece.clear()) >= 0) {
                hash.update(piece.flip());
            }
            if (!HexFormat.of().formatHex(hash.digest()).equals(segment.sha256())) {
                throw new ParcelRefused(Reason.SEGMENT_TAMPERED, segment, null);
            }
        } catch (NoSuchFileException e) {
            throw new ParcelRefused(Reason.SEGMENT_MISSING, segment, null);
        } catch (IOException e) {
            throw new ParcelRefused(Reason.CANNOT_READ, segment, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    /// Opens it.
    ///
    /// @throws ParcelRefused with [Reason#OTHER_CERTIFICATE] if it is sealed for somebody else
    public OpenedParcel open(Opener opener) {
        var own = switch (opener) {
            case Opener.Key(var key) -> KeyWrap.named(new Addressee.Holder(key.certificate()));
            case Opener.Words(var passphrase) -> KeyWrap.named(new Addressee.Words(passphrase));
        };
        if (!own.equals(manifest.addressee())) {
            throw new ParcelRefused(Reason.OTHER_CERTIFICATE);
        }
        return new OpenedParcel(this, opener);
    }
}
