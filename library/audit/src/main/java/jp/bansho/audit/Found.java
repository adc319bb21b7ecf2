package jp.bansho.audit;

import org.jspecify.annotations.Nullable;

/// What was read in a place where a record should be.
sealed interface Found {

    /// Not a record at all.
    record Unreadable() implements Found {}

    /// A record as it was found, true or forged.
    final class Recorded implements Found {
        final Envelope envelope;
        final @Nullable String details;
        final byte @Nullable [] salt;
        final byte[] digest;
        final byte[] hash;

        Recorded(Envelope envelope, @Nullable String details, byte @Nullable [] salt, byte[] digest, byte[] hash) {
            this.envelope = envelope;
            this.details = details;
            this.salt = salt;
            this.digest = digest;
            this.hash = hash;
        }

        long seq() {
            return envelope.seq();
        }
    }
}
