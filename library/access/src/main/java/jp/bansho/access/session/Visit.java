package jp.bansho.access.session;

import java.time.Instant;
import jp.bansho.access.Member;
import org.jspecify.annotations.Nullable;

/// A session that holds at this moment.
///
/// @param credential the passkey it began with
/// @param terminal   SHA-256 of the client certificate it is bound to; null if there was none
@SuppressWarnings("ArrayRecordComponent")
public record Visit(
        Member member, byte[] credential, byte @Nullable [] terminal, Instant began, Instant seen, boolean locked) {}
