package jp.bansho.numbers.operation;

import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import jp.bansho.machine.Home;
import jp.bansho.numbers.operation.Health.State;

/// From where on something is a warning or an alarm, from `operation.properties` in the home folder: two keys each,
/// such as `disk-free-percent.warning = 15` and `disk-free-percent.alarm = 5`. Every one has a default.
public final class Limits {

    private static final Map<String, double[]> DEFAULTS = Map.of(
            "disk-free-percent", new double[] {15, 5},
            "memory-used-percent", new double[] {85, 95},
            "connections-used-percent", new double[] {80, 95},
            "head-export-minutes", new double[] {30, 240},
            "log-check-hours", new double[] {36, 96},
            "certificate-days", new double[] {30, 7},
            "backup-hours", new double[] {26, 50},
            "job-hours", new double[] {12, 36});

    private final Map<String, double[]> limits = new TreeMap<>(DEFAULTS);

    private Limits(Properties over) {
        for (var key : over.stringPropertyNames()) {
            var name = key.replaceFirst("\\.(warning|alarm)$", "");
            var known = DEFAULTS.get(name);
            if (known == null || name.equals(key)) {
                throw new IllegalArgumentException("no such key in operation.properties: " + key);
            }
            var own = limit(name).clone();
            own[key.endsWith(".alarm") ? 1 : 0] =
                    Double.parseDouble(over.getProperty(key).strip());
            limits.put(name, own);
        }
    }

    /// The limits of that home.
    ///
    /// @throws IllegalArgumentException if a key is unknown or a value no figure
    public static Limits of(Home home) {
        var file = home.folder().resolve("operation.properties");
        return new Limits(Files.exists(file) ? Home.load(file) : new Properties());
    }

    /// The state of something of which more is worse.
    public State most(String name, double value) {
        var limit = limit(name);
        return value >= limit[1] ? State.ALARM : value >= limit[0] ? State.WARNING : State.OK;
    }

    /// The state of something of which less is worse.
    public State least(String name, double value) {
        var limit = limit(name);
        return value <= limit[1] ? State.ALARM : value <= limit[0] ? State.WARNING : State.OK;
    }

    private double[] limit(String name) {
        var limit = limits.get(name);
        if (limit == null) {
            throw new IllegalArgumentException("no such limit: " + name);
        }
        return limit;
    }
}
