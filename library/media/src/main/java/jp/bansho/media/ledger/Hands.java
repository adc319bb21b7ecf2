package jp.bansho.media.ledger;

import org.jspecify.annotations.Nullable;

/// Who takes a step: one person, or two.
record Hands(Actor doer, @Nullable Actor witness) {

    static Hands of(TwoPeople two) {
        return new Hands(two.doer(), two.witness());
    }

    static Hands of(Actor one) {
        return new Hands(one, null);
    }

    @Nullable
    String witnessAccount() {
        return witness == null ? null : witness.account();
    }

    void mustBeTwo() {
        if (witness == null) {
            throw Refusal.SECOND_PERSON_MISSING.refused();
        }
        if (witness.account().equals(doer.account()) || witness.person() == doer.person()) {
            throw Refusal.SAME_PERSON.refused();
        }
    }
}
