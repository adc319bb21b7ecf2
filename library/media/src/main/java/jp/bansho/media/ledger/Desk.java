package jp.bansho.media.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import jp.bansho.audit.Entry;
import jp.bansho.media.Rules;
import org.jspecify.annotations.Nullable;

/// What all parts of the ledger share: the machine, the names of organisations, the clock, and how
/// answers are made.
///
/// @param system the machine in the record
/// @param names  how an organisation is called in manifests
record Desk(String system, IntFunction<String> names, InstantSource clock) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /// Work that is refused by an exception before it has changed anything.
    @FunctionalInterface
    interface Work<T> {
        MediaAnswer<T> at(Instant now) throws SQLException;
    }

    <T> MediaAnswer<T> answer(Actor actor, String step, @Nullable String about, Work<T> work) throws SQLException {
        try {
            return work.at(now());
        } catch (MediaRefused refusal) {
            var event = new MediaEvent.MediaStepRefused(refusal.reason(), step, about);
            return new MediaAnswer.Refused<>(refusal, List.of(new Entry(actor.stamp(system, null, null), event)));
        }
    }

    <T> MediaAnswer<T> done(T value, Actor actor, @Nullable String purpose, @Nullable Long job, MediaEvent event) {
        return new MediaAnswer.Done<>(value, List.of(new Entry(actor.stamp(system, purpose, job), event)));
    }

    String name(Actor actor) {
        return names.apply(actor.organisation());
    }

    /// PostgreSQL keeps microseconds; what is compared must be what is kept.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    /// A medium in a refusal, which may name one that does not exist.
    static String about(long medium) {
        return "medium " + medium;
    }

    /// A line that may stand in the ledger.
    static String line(String text) {
        try {
            return Rules.text("text", text.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.TEXT_UNWELCOME.refused();
        }
    }
}
