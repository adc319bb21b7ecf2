package jp.bansho.access.session;

import java.time.Instant;
import jp.bansho.access.Member;
import org.jspecify.annotations.Nullable;

/// A session that holds at this moment.
///
/// @param credential the passkey it began with
/// @param terminal   SHA-256 of the client certificate it is bound to; null if there was none
/// @param digest     SHA-256 of the session's secret: which of the account's sessions it is
@SuppressWarnings("ArrayRecordComponent")
public record Visit(
        Member member,
        byte[] credential,
        byte @Nullable [] terminal,
        Instant began,
        Instant seen,
        boolean locked,
        byte[] digest) {}
