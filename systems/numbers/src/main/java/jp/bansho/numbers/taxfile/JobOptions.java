package jp.bansho.numbers.taxfile;

import java.util.Arrays;
import jp.bansho.numbers.job.Job;

/// The switches a job was ordered with, as the job keeps them.
record JobOptions(int taxYear, boolean completeOnly) {

    static JobOptions of(Job job) {
        var words = Arrays.asList(job.options().split(" "));
        var year = words.stream()
                .filter(word -> word.startsWith("tax-year="))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the job does not say its tax year"));
        return new JobOptions(Integer.parseInt(year.substring("tax-year=".length())), words.contains("complete-only"));
    }
}
