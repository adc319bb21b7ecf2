package jp.bansho.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events that no system has.
sealed interface Invented extends AuditEvent {

    enum Kind {
        RECIPIENT,
        SPOUSE
    }

    record NumberLookedUp(String reason, int hits) implements Invented {}

    record EverythingThere(
            String text,
            int small,
            long large,
            @Nullable Long none,
            boolean truth,
            Kind kind,
            Instant moment,
            LocalDate day,
            List<String> list)
            implements Invented {}

    record JobStarted() implements Invented {}
}
