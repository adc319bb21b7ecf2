package jp.bansho.access.session;

import jp.bansho.audit.AuditEvent;

/// All that the record can say about coming in and going out; refusals too. What was typed is not recorded.
public sealed interface SessionEvent extends AuditEvent {

    /// Somebody came in with a passkey.
    record CameIn(String address, boolean replacedAnother, boolean clientCertificate) implements SessionEvent {}

    /// ID and temporary password were right; a passkey must be enrolled next (A3).
    record FirstLogin(String address) implements SessionEvent {}

    /// Somebody was not let in.
    record LoginRefused(String reason, String address, boolean blockedNow) implements SessionEvent {}

    /// The session ended: `logout`, `replaced`, `idle`, `ended`.
    record WentOut(String why) implements SessionEvent {}

    /// The screen was locked.
    record ScreenLocked(String why) implements SessionEvent {}

    /// The screen was unlocked with the passkey.
    record ScreenUnlocked(String address) implements SessionEvent {}

    /// A right was missing.
    record RightMissing(String right, String screen) implements SessionEvent {}

    /// A session was used from another terminal than the one it began on.
    record OtherTerminal(String address) implements SessionEvent {}
}
