package jp.bansho.numbers.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.bansho.numbers.operation.Health.Gauge;
import org.springframework.stereotype.Component;

/// The figures of the machine in the text format of Prometheus 0.0.4. The only labels are the association's code, the
/// part's name and the outcome of requests; nothing in it is about a person.
@Component
public class Metrics {

    private final Watchman watchman;
    private final RequestMeter requests;

    Metrics(Watchman watchman, RequestMeter requests) {
        this.watchman = watchman;
        this.requests = requests;
    }

    /// All figures now.
    public String text() {
        var text = new StringBuilder();
        var parts = watchman.health();
        text.append("# HELP bansho_up 1 while the machine answers\n# TYPE bansho_up gauge\nbansho_up 1\n");
        text.append("# HELP bansho_part_state 0 well, 1 warning, 2 alarm\n# TYPE bansho_part_state gauge\n");
        parts.forEach(part -> text.append("bansho_part_state{part=\"%s\"} %d\n"
                .formatted(part.name(), part.state().figure())));
        text.append("# HELP bansho_alarms alarms that last\n# TYPE bansho_alarms gauge\nbansho_alarms ")
                .append(watchman.alarms().size())
                .append('\n');
        byName(parts).forEach((name, gauges) -> {
            text.append("# HELP %s %s\n# TYPE %s gauge\n"
                    .formatted(name, gauges.getFirst().help(), name));
            gauges.forEach(gauge -> text.append(line(gauge)));
        });
        requests.write(text);
        return text.toString();
    }

    private static Map<String, List<Gauge>> byName(List<Health> parts) {
        var found = new LinkedHashMap<String, List<Gauge>>();
        parts.stream()
                .flatMap(part -> part.gauges().stream())
                .forEach(gauge -> found.computeIfAbsent(gauge.name(), _ -> new ArrayList<>())
                        .add(gauge));
        return found;
    }

    private static String line(Gauge gauge) {
        var label = gauge.association() == null ? "" : "{association=\"" + gauge.association() + "\"}";
        return String.format(Locale.ROOT, "%s%s %s\n", gauge.name(), label, gauge.value());
    }
}
