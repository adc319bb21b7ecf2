package jp.bansho.media.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import jp.bansho.media.Rules;

/// A disposal certificate 媒体廃棄証明 (M5): which medium was erased or destroyed, how, when, by
/// which two, and what had been on it. Names nobody and holds no number.
///
/// @param number      of the certificate, such as `D-28-3`, without gaps for each issuer
/// @param issuer      organisation that disposed of it
/// @param destroyed   destroyed; false: erased, and may be used again
/// @param owner       organisation whose medium it was
/// @param medium      its number
/// @param method      how 方法, in words
/// @param doneBy      account
/// @param witnessedBy account of the other person
/// @param parcels     what had been on it since it was last erased
public record DisposalCertificate(
        String number,
        String issuer,
        boolean destroyed,
        String owner,
        String medium,
        MediumKind kind,
        String method,
        Instant doneAt,
        String doneBy,
        String witnessedBy,
        List<DisposedParcel> parcels) {

    private static final Pattern NUMBER = Pattern.compile("D-[0-9]{1,3}-[0-9]{1,9}");
    private static final Pattern MEDIUM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    /// Checks each field.
    public DisposalCertificate {
        parcels = List.copyOf(parcels);
        Rules.code("issuer", issuer);
        Rules.code("owner", owner);
        Rules.text("method", method);
        Rules.handle("done-by", doneBy);
        Rules.handle("witnessed-by", witnessedBy);
        if (!NUMBER.matcher(number).matches()
                || !MEDIUM.matcher(medium).matches()
                || !doneAt.equals(doneAt.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("not a disposal certificate");
        }
    }
}
