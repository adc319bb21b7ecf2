package jp.bansho.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/// An erasure certificate 廃棄証明: what was erased, by which rule, who ordered and approved it, which keys were
/// destroyed, and where the record of use stood afterwards (R3, R4). Names nobody and holds no number.
///
/// @param number        of the certificate, such as `28-3`: association and run
/// @param association   code of the association (構成組合)
/// @param day           the day on which everything listed was due
/// @param erasedAt      when the run was committed, in microseconds
/// @param application   number of the application that was approved
/// @param orderedBy     account that ordered it
/// @param approvedBy    account of the other person who approved it
/// @param listDigest    SHA-256 of the approved list, 64 hexadecimal digits
/// @param erased        each use that went, by handle and use
/// @param numbers       how many sealed numbers were deleted, former ones included
/// @param destroyedKeys names of the destroyed keys, such as `pad-seal/28/1`
/// @param keyBefore     id of the destroyed key-encryption key
/// @param keyAfter      id of the one that took its place
/// @param auditPosition number of the last record that the signed head covers after the run
/// @param auditHash     hash of that record, 64 hexadecimal digits
/// @param warnings      what could still undo the erasure, such as a backup of a destroyed key
public record Certificate(
        String number,
        int association,
        LocalDate day,
        Instant erasedAt,
        long application,
        String orderedBy,
        String approvedBy,
        String listDigest,
        List<ErasedUse> erased,
        long numbers,
        List<String> destroyedKeys,
        String keyBefore,
        String keyAfter,
        long auditPosition,
        String auditHash,
        List<String> warnings) {

    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern LINE = Pattern.compile("[\\x20-\\x7e]{1,500}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Certificate {
        erased = List.copyOf(erased);
        destroyedKeys = List.copyOf(destroyedKeys);
        warnings = List.copyOf(warnings);
        words(number, orderedBy, approvedBy, keyBefore, keyAfter);
        words(destroyedKeys.toArray(String[]::new));
        require(warnings.stream().allMatch(warning -> LINE.matcher(warning).matches()), "a warning is one line");
        require(HASH.matcher(listDigest).matches() && HASH.matcher(auditHash).matches(), "a hash is 64 digits");
        require(association >= 1 && association <= 99, "an association has a code from 1 to 99");
        require(numbers >= 0 && application > 0 && auditPosition > 0, "counts are not negative");
        require(erasedAt.equals(erasedAt.truncatedTo(ChronoUnit.MICROS)), "times are in microseconds");
    }

    /// How many uses that rule ended.
    public long count(Rule rule) {
        return erased.stream().filter(one -> one.use().rule() == rule).count();
    }

    /// How many people's numbers went altogether.
    public long people() {
        return erased.stream()
                .filter(ErasedUse::whole)
                .mapToLong(ErasedUse::handle)
                .distinct()
                .count();
    }

    private static void words(String... texts) {
        for (var text : texts) {
            require(WORD.matcher(text).matches(), "a name is one word of ASCII characters");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
