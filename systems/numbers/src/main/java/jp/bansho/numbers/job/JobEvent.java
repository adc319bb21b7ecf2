package jp.bansho.numbers.job;

import java.util.List;
import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about jobs. File names are not recorded: a name may say whose file it is.
public sealed interface JobEvent extends AuditEvent {

    /// A job began.
    record JobStarted(String kind, long bytes, String layout, boolean again) implements JobEvent {}

    /// A job that had stopped was taken up again.
    record JobResumed(String kind, long fromLine) implements JobEvent {}

    /// A batch was worked off; counts as `outcome=rows`.
    record BatchDone(int batch, long firstLine, int lines, List<String> counts) implements JobEvent {}

    /// A job ended; counts as `outcome=rows`.
    record JobFinished(String kind, long lines, List<String> counts) implements JobEvent {}

    /// A job was ended without a result.
    record JobEnded(String kind, String reason) implements JobEvent {}
}
