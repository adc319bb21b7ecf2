package jp.bansho.terminal;

/// A right of a machine's screens; each machine has an enum of its own rights.
public interface NamedRight {

    /// The word of the machine's permission matrix and of the record, such as `job.see`.
    String word();
}
