package jp.bansho.media;

import java.time.LocalDate;

/// What the sender states about a parcel: what is in it, for whom, why, and what has to become of it
/// (M2).
///
/// @param number      of this parcel
/// @param content     kind of the content, a word such as `identity-results`
/// @param purpose     what it may be used for 利用目的, a word
/// @param approval    the approval under which it was made 承認, in words
/// @param from        sending organisation, a word such as `jlis`
/// @param to          receiving organisation, a word such as `association-28`
/// @param madeBy      handle of who made it, never a name
/// @param useBy       last day on which it may be taken in, in Japan
/// @param wayOfReturn what has to happen to the medium after use 返却方法, in words
public record Label(
        ParcelNumber number,
        String content,
        String purpose,
        String approval,
        String from,
        String to,
        String madeBy,
        LocalDate useBy,
        String wayOfReturn) {

    private static final int LAST_YEAR = 9999;

    /// Checks each field.
    ///
    /// @throws IllegalArgumentException if a field breaks its rule; the message names the field and not
    /// its value
    public Label {
        Rules.code("content", content);
        Rules.code("purpose", purpose);
        Rules.text("approval", approval);
        Rules.code("from", from);
        Rules.code("to", to);
        Rules.handle("made-by", madeBy);
        Rules.count("use-by", useBy.getYear(), 1, LAST_YEAR);
        Rules.text("return", wayOfReturn);
    }
}
