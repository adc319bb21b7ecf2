package jp.bansho.pension.members;

import jp.bansho.audit.AuditEvent;

/// What the record says about members: counts and places, nobody's name.
sealed interface MembersEvent extends AuditEvent {

    /// A file was taken in.
    record MembersLoaded(long rows, long added, long changed, long unchanged, long ended) implements MembersEvent {}

    /// A file was refused as a whole.
    record MembersFileRefused(String reason, long problems, long firstLine, int firstColumn) implements MembersEvent {}
}
