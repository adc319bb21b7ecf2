package jp.bansho.numbers.operation;

/// A part of the machine that can say how it is; each desk that has one offers it as a component. A part that throws
/// counts as an alarm.
@FunctionalInterface
public interface HealthPart {

    /// How the part is now. Asked every minute: counts, never people.
    Health health(Limits limits);
}
