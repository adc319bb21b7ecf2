package jp.bansho.juki.staff;

import jp.bansho.audit.AuditEvent;

/// All that the record can say about the people of this machine, beside what the door says.
public sealed interface StaffEvent extends AuditEvent {

    /// The second person at a medium signed exactly that operation with their passkey.
    record SecondPersonSigned(String operation, String evidence) implements StaffEvent {}
}
