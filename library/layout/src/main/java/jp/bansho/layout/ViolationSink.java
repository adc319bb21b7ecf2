package jp.bansho.layout;

/// Takes the violations in the order of the file.
@FunctionalInterface
public interface ViolationSink {

    /// Takes one violation.
    void accept(Violation violation);
}
