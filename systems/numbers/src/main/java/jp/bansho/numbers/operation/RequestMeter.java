package jp.bansho.numbers.operation;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Counts requests by how they ended, and how long they took; neither by whom nor for what.
@Component
class RequestMeter {

    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final List<String> OUTCOMES = List.of("1xx", "2xx", "3xx", "4xx", "5xx");

    private final AtomicLongArray outcomes = new AtomicLongArray(OUTCOMES.size());
    private final AtomicLongArray buckets = new AtomicLongArray(BOUNDS.length + 1);
    private final AtomicLong nanoseconds = new AtomicLong();

    void count(int status, long took) {
        outcomes.incrementAndGet(Math.clamp(status / 100 - 1L, 0, OUTCOMES.size() - 1));
        var seconds = took / 1e9;
        var at = (int) IntStream.range(0, BOUNDS.length)
                .filter(bucket -> BOUNDS[bucket] < seconds)
                .count();
        buckets.incrementAndGet(at);
        nanoseconds.addAndGet(took);
    }

    /// Lines in the text format of Prometheus.
    void write(StringBuilder text) {
        text.append("# HELP bansho_requests_total requests by outcome\n# TYPE bansho_requests_total counter\n");
        var byOutcome = new TreeMap<String, Long>();
        IntStream.range(0, OUTCOMES.size()).forEach(at -> byOutcome.put(OUTCOMES.get(at), outcomes.get(at)));
        byOutcome.forEach((outcome, count) -> text.append("bansho_requests_total{outcome=\"")
                .append(outcome)
                .append("\"} ")
                .append(count)
                .append('\n'));
        text.append("# HELP bansho_request_seconds how long requests took\n# TYPE bansho_request_seconds histogram\n");
        var sum = 0L;
        for (var at = 0; at <= BOUNDS.length; at++) {
            sum += buckets.get(at);
            var bound = at == BOUNDS.length ? "+Inf" : String.valueOf(BOUNDS[at]);
            text.append("bansho_request_seconds_bucket{le=\"")
                    .append(bound)
                    .append("\"} ")
                    .append(sum)
                    .append('\n');
        }
        text.append("bansho_request_seconds_sum ")
                .append(nanoseconds.get() / 1e9)
                .append("\nbansho_request_seconds_count ")
                .append(sum)
                .append('\n');
    }
}
