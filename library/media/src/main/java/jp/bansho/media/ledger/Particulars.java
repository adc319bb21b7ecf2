package jp.bansho.media.ledger;

import org.jspecify.annotations.Nullable;

/// What else a step says.
///
/// @param counterpart who gave or took the medium
/// @param reference   receipt, method, place or reason
/// @param stockTaking in which a medium was missed
/// @param issuer      of the certificate
/// @param certificate its number
record Particulars(
        @Nullable String counterpart,
        @Nullable String reference,
        @Nullable Long job,
        @Nullable Long stockTaking,
        @Nullable String issuer,
        @Nullable String certificate) {

    static final Particulars NONE = new Particulars(null, null, null, null, null, null);

    static Particulars with(@Nullable String counterpart, @Nullable String reference) {
        return new Particulars(counterpart, reference, null, null, null, null);
    }

    static Particulars job(@Nullable Long job) {
        return new Particulars(null, null, job, null, null, null);
    }

    static Particulars certificate(String method, String issuer, String number) {
        return new Particulars(null, method, null, null, issuer, number);
    }
}
