package jp.bansho.media.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import jp.bansho.media.ParcelNumber;

/// The one way to write a disposal certificate: a line for each fact, in this order, each ended by
/// a line feed. Whoever reads it writes it again and compares, so that no byte can be another.
final class DisposalText {

    private static final String TITLE = "bansho-media-disposal-certificate 1";
    private static final String DESTROYED = "destroyed";
    private static final String ERASED = "erased";

    private final Iterator<String> lines;

    private DisposalText(String text) {
        this.lines = text.lines().iterator();
    }

    static String write(DisposalCertificate it) {
        var text = new StringBuilder(TITLE).append('\n');
        line(text, "number", it.number());
        line(text, "issuer", it.issuer());
        line(text, "what", it.destroyed() ? DESTROYED : ERASED);
        line(text, "owner", it.owner());
        line(text, "medium", it.medium());
        line(text, "kind", it.kind().word());
        line(text, "method", it.method());
        line(text, "done-at", it.doneAt().toString());
        line(text, "done-by", it.doneBy());
        line(text, "witnessed-by", it.witnessedBy());
        line(text, "parcels", Integer.toString(it.parcels().size()));
        it.parcels().forEach(parcel -> line(text, "parcel", parcel.number() + " " + parcel.manifestHash()));
        return text.toString();
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalArgumentException if it is anything else
    static DisposalCertificate read(String text) {
        var read = new DisposalText(text).certificate();
        if (!write(read).equals(text)) {
            throw new IllegalArgumentException("not in the one form of a disposal certificate");
        }
        return read;
    }

    private DisposalCertificate certificate() {
        if (!lines.hasNext() || !lines.next().equals(TITLE)) {
            throw new IllegalArgumentException("not a disposal certificate of version 1");
        }
        var number = value("number");
        var issuer = value("issuer");
        var destroyed = value("what").equals(DESTROYED);
        var owner = value("owner");
        var medium = value("medium");
        var kind = MediumKind.of(value("kind"));
        var method = value("method");
        var doneAt = moment(value("done-at"));
        var doneBy = value("done-by");
        var witnessedBy = value("witnessed-by");
        var parcels = new ArrayList<DisposedParcel>();
        for (var left = Integer.parseInt(value("parcels")); left > 0; left--) {
            var parcel = value("parcel");
            var space = parcel.indexOf(' ');
            parcels.add(new DisposedParcel(
                    new ParcelNumber(parcel.substring(0, Math.max(0, space))), parcel.substring(space + 1)));
        }
        return new DisposalCertificate(
                number, issuer, destroyed, owner, medium, kind, method, doneAt, doneBy, witnessedBy, parcels);
    }

    private String value(String name) {
        var line = lines.hasNext() ? lines.next() : "";
        if (!line.startsWith(name + ": ")) {
            throw new IllegalArgumentException("a disposal certificate has a line " + name);
        }
        return line.substring(name.length() + 2);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a moment", e);
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
