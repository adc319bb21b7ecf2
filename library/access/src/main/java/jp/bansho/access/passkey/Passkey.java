package jp.bansho.access.passkey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passkey of an account, for lists.
///
/// @param form  word of the [AttestationForm] it was enrolled with
/// @param model AAGUID of the authenticator; all zeros if it does not say
/// @param state `active`, `removed` or `cloned`
public record Passkey(
        CredentialId credential,
        String account,
        String form,
        UUID model,
        long counter,
        Instant enrolledAt,
        @Nullable Instant lastUsedAt,
        String state) {}
