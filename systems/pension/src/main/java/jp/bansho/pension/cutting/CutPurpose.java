package jp.bansho.pension.cutting;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What an inquiry is for; the word stands on the parcel.
public enum CutPurpose {
    /// Registering the numbers of people who were not asked about yet, or about whom something
    /// changed.
    REGISTRATION("registration"),
    /// The life-status inquiry (生存照会) of an odd month, about everybody (J6).
    LIFE_STATUS("life-status");

    private final String word;

    CutPurpose(String word) {
        this.word = word;
    }

    /// The word.
    public String word() {
        return word;
    }

    /// The purpose of that word.
    ///
    /// @throws CutRefused if there is none; the message lists all
    public static CutPurpose of(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word.equals(word))
                .findFirst()
                .orElseThrow(() -> CutRefused.purpose(
                        Arrays.stream(values()).map(CutPurpose::word).collect(Collectors.joining(", "))));
    }
}
