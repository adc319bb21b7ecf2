package jp.bansho.audit;

/// A signed head was added to the head file. Recorded after each export, so that lines cut from the end of the
/// head file are missed by the verifier.
///
/// @param seq the last record that the exported head covers
public record HeadExported(long seq) implements AuditEvent {

    static final String EVENT = "head-exported";

    @Override
    public String event() {
        return EVENT;
    }
}
