package jp.bansho.audit;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The JSON lines of exports and head files: written in one way only, and read back in that way only.
final class Lines {

    private static final HexFormat HEX = HexFormat.of();

    private Lines() {}

    static void write(StringBuilder line, Found.Recorded record) {
        var envelope = record.envelope;
        line.append("{\"seq\":").append(envelope.seq()).append(",\"at\":\"");
        Moment.write(line, envelope.micros());
        line.append("\",\"system\":");
        Json.string(line, envelope.system());
        line.append(",\"actor\":");
        Json.string(line, envelope.actor());
        line.append(",\"role\":");
        Json.string(line, envelope.role());
        line.append(",\"association\":").append(envelope.association()).append(",\"event\":");
        Json.string(line, envelope.event());
        line.append(",\"purpose\":");
        Json.string(line, envelope.purpose());
        line.append(",\"subject\":").append(envelope.subject());
        line.append(",\"job\":").append(envelope.job()).append(",\"details\":");
        Json.string(line, record.details);
        line.append(",\"salt\":");
        hex(line, record.salt);
        line.append(",\"digest\":");
        hex(line, record.digest);
        line.append(",\"hash\":");
        hex(line, record.hash);
        line.append("}\n");
    }

    static Found record(String line) {
        try {
            var in = new LineReader(line);
            var envelope = new Envelope(
                    in.key("{\"seq\":").number(),
                    in.key(",\"at\":").moment(),
                    in.key(",\"system\":").text(),
                    in.key(",\"actor\":").text(),
                    in.key(",\"role\":").text(),
                    association(in.key(",\"association\":").numberOrNull()),
                    in.key(",\"event\":").text(),
                    in.key(",\"purpose\":").textOrNull(),
                    in.key(",\"subject\":").numberOrNull(),
                    in.key(",\"job\":").numberOrNull());
            var found = new Found.Recorded(
                    envelope,
                    in.key(",\"details\":").textOrNull(),
                    in.key(",\"salt\":").hexOrNull(),
                    in.key(",\"digest\":").hex(),
                    in.key(",\"hash\":").hex());
            in.key("}").end();
            return found;
        } catch (LineReader.Malformed e) {
            return new Found.Unreadable();
        }
    }

    /// A head without the closing brace, so that more can follow.
    static void write(StringBuilder line, SignedHead head) {
        line.append("{\"seq\":").append(head.seq()).append(",\"hash\":");
        Json.string(line, head.hash());
        line.append(",\"at\":\"");
        Moment.write(line, Envelope.micros(head.at()));
        line.append("\",\"keyId\":");
        Json.string(line, head.keyId());
        line.append(",\"signature\":");
        Json.string(line, head.signature());
    }

    static SignedHead head(LineReader in) throws LineReader.Malformed {
        return new SignedHead(
                in.key("{\"seq\":").number(),
                HEX.formatHex(in.key(",\"hash\":").hex()),
                Envelope.instant(in.key(",\"at\":").moment()),
                in.key(",\"keyId\":").text(),
                HEX.formatHex(in.key(",\"signature\":").hex()));
    }

    private static void hex(StringBuilder line, byte @Nullable [] octets) {
        Json.string(line, octets == null ? null : HEX.formatHex(octets));
    }

    private static @Nullable Integer association(@Nullable Long code) throws LineReader.Malformed {
        if (code != null && code != code.intValue()) {
            throw new LineReader.Malformed();
        }
        return code == null ? null : code.intValue();
    }
}
