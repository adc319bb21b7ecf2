package jp.bansho.media.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.Rules;

/// The receipt 受領書 for a parcel: which one came, unopened, with which manifest, when. It travels
/// as text, or on paper.
///
/// @param number       of the receipt, such as `R-28-3`
/// @param receivedBy   organisation
/// @param from         organisation that sent it
/// @param parcel       number
/// @param manifestHash SHA-256 of the manifest as it came, 64 hexadecimal digits
/// @param receivedAt   when it was registered
public record Receipt(
        String number, String receivedBy, String from, ParcelNumber parcel, String manifestHash, Instant receivedAt) {

    private static final Pattern NUMBER = Pattern.compile("R-[0-9]{1,3}-[0-9]{1,9}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> LINES = List.of(
            "bansho-media-receipt 1", "number: ", "received-by: ", "from: ", "parcel: ", "manifest: ", "received-at: ");

    /// Checks each field.
    public Receipt {
        Rules.code("received-by", receivedBy);
        Rules.code("from", from);
        if (!NUMBER.matcher(number).matches()
                || !HASH.matcher(manifestHash).matches()
                || !receivedAt.equals(receivedAt.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("not a receipt");
        }
    }

    /// Seven lines, each ended by a line feed.
    public String text() {
        return "%s\nnumber: %s\nreceived-by: %s\nfrom: %s\nparcel: %s\nmanifest: %s\nreceived-at: %s\n"
                .formatted(LINES.getFirst(), number, receivedBy, from, parcel, manifestHash, receivedAt);
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException if any byte differs from that form
    public static Receipt parse(String text) {
        var lines = text.lines().toList();
        if (lines.size() != LINES.size()) {
            throw new IllegalArgumentException("not a receipt");
        }
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(LINES.get(i))) {
                throw new IllegalArgumentException("not a receipt");
            }
        }
        var read = new Receipt(
                value(lines, 1),
                value(lines, 2),
                value(lines, 3),
                new ParcelNumber(value(lines, 4)),
                value(lines, 5),
                moment(value(lines, 6)));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("not in the one form of a receipt");
        }
        return read;
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("not a moment", e);
        }
    }

    private static String value(List<String> lines, int at) {
        return lines.get(at).substring(LINES.get(at).length());
    }
}
