package jp.bansho.media;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Asserts that something is refused, by which name, and in both languages.
final class Refusals {

    private Refusals() {}

    static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ParcelRefused.class,
                        refused -> org.assertj.core.api.Assertions.assertThat(refused.reason())
                                .isEqualTo(reason))
                .hasMessageContaining(reason.english())
                .hasMessageContaining(reason.japanese());
    }
}
