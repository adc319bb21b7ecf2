package jp.bansho.numbers.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the work list.
record WorkRow(
        long id,
        WorkItem.Reason reason,
        boolean open,
        Instant openedAt,
        long job,
        long line,
        String echoKey,
        @Nullable Long subject,
        @Nullable Long other,
        int generation) {}
