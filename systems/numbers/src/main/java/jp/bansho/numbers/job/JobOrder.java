package jp.bansho.numbers.job;

import java.nio.file.Path;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;

/// What is to be run, by whom, what for.
///
/// @param association the association concerned; null for the federation as a whole
/// @param target      where the output goes; null for jobs without one
/// @param options     the order's switches, kept so that a resumed job runs as it was ordered
/// @param layout      identifier of the layout the source must have
public record JobOrder(
        JobKind kind,
        Actor actor,
        Purpose purpose,
        Scope scope,
        @Nullable Integer association,
        Path source,
        @Nullable Path target,
        String options,
        String layout) {}
