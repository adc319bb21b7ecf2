package jp.bansho.numbers.registry.web;

import jp.bansho.identifiers.Parsed;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.registry.Confirmation;
import jp.bansho.numbers.registry.Refusal;
import jp.bansho.numbers.registry.TypedNumber;
import jp.bansho.terminal.Problems;
import org.jspecify.annotations.Nullable;

/// A number as a form brings it: typed once, or twice as a dependant's must be (N5). It does not show itself.
final class TwiceTyped {

    private final String first;
    private final String second;

    TwiceTyped(String first, String second) {
        this.first = first;
        this.second = second;
    }

    /// What is wrong with it, for the page.
    void check(Problems problems, @Nullable Kind kind, Checks checks) {
        if (Typed.number(first) instanceof Parsed.Invalid<IndividualNumber>(var fault)) {
            checks.number(problems, "number", fault);
        } else if (second.isBlank() && kind == Kind.DEPENDANT) {
            checks.refusal(problems, Refusal.TYPED_ONCE);
        } else if (!second.isBlank() && !Typed.number(first).equals(Typed.number(second))) {
            checks.refusal(problems, Refusal.TYPED_DIFFERENTLY);
        }
    }

    TypedNumber number() {
        return TypedNumber.of(first);
    }

    Confirmation confirmation() {
        return second.isBlank() ? new Confirmation.TypedOnce() : new Confirmation.TypedAgain(TypedNumber.of(second));
    }

    /// For the page on which it is compared with the paper.
    String grouped() {
        return Grouped.of(Typed.number(first).orThrow());
    }

    /// Nothing of what was typed.
    @Override
    public String toString() {
        return "TwiceTyped[*]";
    }
}
