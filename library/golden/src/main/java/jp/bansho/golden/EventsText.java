package jp.bansho.golden;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.EventShape;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// Every event the audit record can hold, with its fields: found on the class path, so that none is forgotten.
public final class EventsText {

    private EventsText() {}

    /// The events by their desks.
    ///
    /// @param packages where to look, with the packages below
    public static List<String> lines(String... packages) {
        var byDesk = new TreeMap<String, TreeSet<String>>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(AuditEvent.class));
        for (var place : packages) {
            for (var found : scanner.findCandidateComponents(place)) {
                var type = load(found.getBeanClassName());
                byDesk.computeIfAbsent(desk(type), _ -> new TreeSet<>()).add(line(type));
            }
        }
        var lines = new ArrayList<String>();
        lines.add(
                "# Audit events: name (fields of the details). Beside them every record holds time, system, actor, role,");
        lines.add("# association, purpose, subject and job.");
        byDesk.forEach((desk, events) -> {
            lines.add("");
            lines.add(desk);
            lines.addAll(events);
        });
        return lines;
    }

    private static String desk(Class<? extends AuditEvent> type) {
        var sealed = type.getEnclosingClass();
        return sealed == null ? type.getPackageName() : sealed.getName();
    }

    private static String line(Class<? extends AuditEvent> type) {
        return "  " + example(type).event() + " ("
                + String.join(", ", EventShape.of(type).fields()) + ")";
    }

    private static Class<? extends AuditEvent> load(@Nullable String name) {
        try {
            return Class.forName(String.valueOf(name)).asSubclass(AuditEvent.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AuditEvent example(Class<? extends AuditEvent> type) {
        var components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(components).map(EventsText::example).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static @Nullable Object example(RecordComponent component) {
        var type = component.getType();
        if (type == long.class) {
            return 0L;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == boolean.class) {
            return false;
        }
        return type == List.class ? List.of() : type == String.class ? "" : null;
    }
}
