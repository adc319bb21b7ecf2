package jp.bansho.pension.collection;

import java.util.Arrays;
import java.util.Locale;

/// What became of one record of a municipality. Its word is that of the table and of the code
/// values.
public enum Outcome {
    /// The pensioner is found and the amount is collected.
    MATCHED,
    /// Nobody has that certificate number, or nobody that basic pension number and day of
    /// birth.
    UNKNOWN,
    /// More than one pensioner fits; none is taken.
    SEVERAL,
    /// The certificate is somebody's who was born on another day.
    BORN_DIFFERS,
    /// The certificate is that of somebody of another name.
    NAME_DIFFERS,
    /// Both differ.
    BOTH_DIFFER,
    /// The pensioner is found, and no pension is paid on the day the notice was made.
    NOT_IN_PAYMENT,
    /// The same pensioner stands in the file before, for the same premium or tax.
    TWICE,
    /// More is to be collected at one payment than is paid.
    EXCEEDS;

    /// The word of tables and programs, such as `born-differs`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such outcome: " + word));
    }

    /// The value of the field 処理結果 in an answer.
    String code() {
        return Fields.CODES.value(Fields.RESULT, word());
    }

    /// The outcome in Japanese.
    public String japanese() {
        return Fields.japanese(Fields.RESULT, word());
    }
}
