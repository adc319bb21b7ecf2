package jp.bansho.numbers.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The paper at the end of a job: who, what for, which file, how many of each outcome, how long.
///
/// @param lines  lines of the source that were worked off
/// @param counts lines by outcome word; outcomes that did not occur are 0
public record JobSheet(Job job, long lines, Map<String, Long> counts) {

    static JobSheet of(Job job, long[] byCode, Map<Integer, String> words) {
        var counts = new LinkedHashMap<String, Long>();
        new TreeMap<>(words).forEach((code, word) -> counts.put(word, byCode[code]));
        var lines = 0L;
        for (var count : byCode) {
            lines += count;
        }
        return new JobSheet(job, lines, counts);
    }

    List<String> countWords() {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + "=" + count.getValue())
                .toList();
    }
}
