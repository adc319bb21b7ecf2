package jp.bansho.numbers.erasure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An erasure run as it stands.
///
/// @param day         everything on its list was due on that day
/// @param digest      SHA-256 of the frozen list, 64 hexadecimal digits
/// @param people      people who go altogether; the others lose a use only
/// @param application number of the application; null until somebody applied
/// @param numbers     sealed numbers that were deleted, former ones included; null before
/// @param padVersion  version of the pad key that the run destroys; null before
/// @param keyBefore   id of the key-encryption key at the moment of erasing; null before
/// @param keyAfter    id of the one that took its place; null before
/// @param certificate SHA-256 of the signed certificate; null before
public record Run(
        long id,
        int association,
        LocalDate day,
        String reason,
        RunState state,
        String digest,
        int pensionUses,
        int taxUses,
        int people,
        String preparedBy,
        Instant preparedAt,
        @Nullable Long application,
        @Nullable String approvedBy,
        @Nullable Instant erasedAt,
        @Nullable Long numbers,
        @Nullable Integer padVersion,
        @Nullable String keyBefore,
        @Nullable String keyAfter,
        @Nullable String certificate,
        @Nullable Instant finishedAt) {

    /// The number of its certificate: association and run.
    public String number() {
        return association + "-" + id;
    }

    /// What is approved, as the decider reads it and as it is composed anew at the execution.
    public String payload() {
        return """
                個人番号の廃棄 / Erasure %s
                構成組合 / association: %d
                基準日 / due on: %s
                個人番号がなくなる人 / people whose number goes: %d
                年金の利用目的（死亡確認日から10年） / pension uses, ten years after the confirmed death: %d
                税の利用目的（提出期限の翌年1月11日から7年） / tax uses, seven years after the deadline's year: %d
                一覧の照合値 / digest of the list: %s""".formatted(number(), association, day, people, pensionUses, taxUses, digest);
    }
}
