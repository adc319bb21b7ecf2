package jp.bansho.numbers.intake;

import java.time.LocalDate;
import java.util.HashMap;
import jp.bansho.numbers.job.Job;
import org.jspecify.annotations.Nullable;

/// How a job was ordered, as it keeps it, so that a resumed job makes the same batches and serves
/// the same duty.
///
/// @param deadline 提出期限 of the declarations in the file
/// @param duty     the round of a duty the file belongs to
record BatchOptions(
        int batchSize,
        @Nullable LocalDate deadline,
        @Nullable Duty duty) {

    String text() {
        return "batch-size=" + batchSize + (deadline == null ? "" : ";deadline=" + deadline)
                + (duty == null ? "" : ";duty=" + duty.text());
    }

    static BatchOptions of(Job job) {
        var said = new HashMap<String, String>();
        for (var option : job.options().split(";", -1)) {
            var equals = option.indexOf('=');
            said.put(option.substring(0, equals), option.substring(equals + 1));
        }
        var deadline = said.get("deadline");
        var duty = said.get("duty");
        return new BatchOptions(
                Integer.parseInt(said.getOrDefault("batch-size", "")),
                deadline == null ? null : LocalDate.parse(deadline),
                duty == null ? null : Duty.parse(duty));
    }
}
