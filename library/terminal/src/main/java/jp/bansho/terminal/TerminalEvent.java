package jp.bansho.terminal;

import jp.bansho.audit.AuditEvent;

/// All that the record can say about the terminal server itself.
public sealed interface TerminalEvent extends AuditEvent {

    /// The server began to take requests.
    record TerminalsOpened(String address, int port, boolean ownCertificate, boolean clientCertificates)
            implements TerminalEvent {}

    /// The server stopped taking requests.
    record TerminalsClosed() implements TerminalEvent {}
}
