package jp.bansho.media.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import jp.bansho.media.Rules;

/// What is applied for before a parcel leaves 受渡し申請 (M3): what, what for, to whom, until when,
/// and what has to become of the medium.
///
/// @param content     kind of the content, a word
/// @param purpose     what it may be used for 利用目的, a word
/// @param from        the own organisation, as it stands in manifests
/// @param to          the receiving organisation
/// @param useBy       last day on which it may be taken in, in Japan
/// @param wayOfReturn what has to happen to the medium after use 返却方法
public record ParcelOrder(String content, String purpose, String from, String to, LocalDate useBy, String wayOfReturn) {

    private static final int LAST_YEAR = 9999;

    /// Checks each field.
    ///
    /// @throws IllegalArgumentException if a field breaks its rule; the message does not repeat it
    public ParcelOrder {
        Rules.code("content", content);
        Rules.code("purpose", purpose);
        Rules.code("from", from);
        Rules.code("to", to);
        Rules.text("return", wayOfReturn);
        if (useBy.getYear() < 1 || useBy.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("use-by is outside its limits");
        }
    }

    /// The text that is applied for; the approval is for exactly this.
    public String payload() {
        return "parcel\ncontent: %s\npurpose: %s\nfrom: %s\nto: %s\nuse-by: %s\nreturn: %s\n"
                .formatted(content, purpose, from, to, useBy, wayOfReturn);
    }

    /// SHA-256 of the text, in hexadecimal.
    public String payloadHash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(payload().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
