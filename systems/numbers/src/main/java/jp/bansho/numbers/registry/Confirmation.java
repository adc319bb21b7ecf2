package jp.bansho.numbers.registry;

/// How the typing of a number is made sure: a check digit lets 1.7 % of slips through (N5).
public sealed interface Confirmation {

    /// The number was typed once; not enough for a dependant (扶養控除対象者).
    record TypedOnce() implements Confirmation {}

    /// The number was typed a second time.
    record TypedAgain(TypedNumber second) implements Confirmation {}

    /// The number is the one that is held from the last declaration.
    record LastDeclaration() implements Confirmation {}
}
