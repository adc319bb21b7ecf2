package jp.bansho.audit;

/// One line to be recorded: who and why, and what.
public record Entry(Stamp stamp, AuditEvent event) {}
