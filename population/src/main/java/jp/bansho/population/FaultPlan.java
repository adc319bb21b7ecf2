package jp.bansho.population;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Decides at which people faults are planted: the population is cut into as many stretches as a
/// kind has faults, and each stretch gets one at a random place, so that nothing has to be
/// remembered and each kind comes at least twice.
final class FaultPlan<F extends Enum<F> & Fault> {

    private static final int PER_TEN_THOUSAND = 3;
    private static final int LEAST = 2;

    private final F[] kinds;
    private final boolean on;
    private final long people;
    private final long wanted;
    private final long[] planted;
    private final long[] dueAt;
    private final Dice dice;
    private long soonest;

    FaultPlan(Class<F> kinds, boolean on, long people, long seed) {
        this.kinds = kinds.getEnumConstants();
        this.on = on;
        this.people = people;
        this.wanted = Math.max(LEAST, people * PER_TEN_THOUSAND / 10_000);
        this.planted = new long[this.kinds.length];
        this.dueAt = new long[this.kinds.length];
        this.dice = new Dice(seed, kinds.getSimpleName(), 0);
        for (int kind = 0; kind < this.kinds.length; kind++) {
            dueAt[kind] = place(this.kinds[kind], 0);
        }
    }

    /// The fault to plant now, at the person who is `position`th in the population; kinds that are not `possible` here
    /// wait.
    @Nullable
    F due(long position, Predicate<F> possible) {
        if (!on || position < soonest) {
            return null;
        }
        F found = null;
        long next = Long.MAX_VALUE;
        for (int kind = 0; kind < kinds.length; kind++) {
            if (found == null && position >= dueAt[kind] && possible.test(kinds[kind])) {
                found = kinds[kind];
                planted[kind]++;
                dueAt[kind] = place(found, planted[kind]);
            }
            next = Math.min(next, dueAt[kind]);
        }
        soonest = next;
        return found;
    }

    /// Somewhere in the first half of a stretch, so that there is time to wait for a fitting person; never if there are
    /// enough.
    private long place(F kind, long stretch) {
        if (stretch >= (kind.atFileStart() ? LEAST : wanted)) {
            return Long.MAX_VALUE;
        }
        long length = people / wanted;
        long somewhere = Math.floorMod(dice.next(), Math.max(1, length / 2));
        return kind.atFileStart() ? 0 : stretch * length + somewhere;
    }
}
