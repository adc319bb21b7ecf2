package jp.bansho.media;

import java.nio.file.Path;

/// A parcel that may be taken in: its manifest is believed, its content is not opened yet.
///
/// @param folder       where it lies
/// @param manifest     as the sender signed it
/// @param manifestHash SHA-256 of the manifest's text, for receipts and the ledger
public record InspectedParcel(Path folder, Manifest manifest, String manifestHash) {

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
