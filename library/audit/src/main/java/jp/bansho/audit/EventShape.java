package jp.bansho.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which components a class of events has, and that each may be recorded.
///
/// A class is examined once. One component of another type, `IndividualNumber` for instance, and the whole
/// class is refused, whatever the value would have been. A system may walk [#permitted] at start and in its
/// golden file.
public final class EventShape {

    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            boolean.class,
            Boolean.class,
            Instant.class,
            LocalDate.class);

    private static final ClassValue<EventShape> SHAPES = new ClassValue<>() {
        @Override
        protected EventShape computeValue(Class<?> type) {
            return new EventShape(type);
        }
    };

    private final Class<?> type;
    private final List<RecordComponent> components;

    private EventShape(Class<?> type) {
        var found = type.getRecordComponents();
        if (found == null) {
            throw new IllegalArgumentException(type.getName() + " is an audit event but not a record");
        }
        this.type = type;
        this.components = Arrays.stream(found)
                .sorted(Comparator.comparing(RecordComponent::getName))
                .toList();
        for (var component : components) {
            if (!allowed(component.getGenericType())) {
                throw new IllegalArgumentException(
                        "the audit event " + type.getName() + " may not be recorded: component "
                                + component.getName() + " is a "
                                + component.getGenericType().getTypeName()
                                + "; allowed are String, int, long, boolean, enum, Instant, LocalDate, List<String>");
            }
            component.getAccessor().setAccessible(true);
        }
    }

    /// The shape of one class of events.
    ///
    /// @throws IllegalArgumentException if the class is no record or has a component that may not be recorded
    public static EventShape of(Class<? extends AuditEvent> type) {
        return SHAPES.get(type);
    }

    /// The shapes of all records that a sealed interface of events permits, in the order of its `permits`
    /// clause.
    public static List<EventShape> permitted(Class<? extends AuditEvent> sealed) {
        return leaves(sealed).map(SHAPES::get).toList();
    }

    /// Name and type of each component, in the order of the details: `count:long`, `kind:Kind`, `columns:List`.
    public List<String> fields() {
        return components.stream()
                .map(component ->
                        component.getName() + ":" + component.getType().getSimpleName())
                .toList();
    }

    /// The class that has this shape.
    public Class<?> type() {
        return type;
    }

    /// The details of an event: a JSON object on one line, keys in alphabetical order, nothing left out.
    static String details(AuditEvent event) {
        var shape = SHAPES.get(event.getClass());
        var json = new StringBuilder(128).append('{');
        for (var component : shape.components) {
            if (json.length() > 1) {
                json.append(',');
            }
            Json.string(json, component.getName());
            json.append(':');
            shape.value(json, component, event);
        }
        return json.append('}').toString();
    }

    private void value(StringBuilder json, RecordComponent component, AuditEvent event) {
        switch (read(component, event)) {
            case null -> json.append("null");
            case Number number -> json.append(number.longValue());
            case Boolean truth -> json.append(truth.booleanValue());
            case Enum<?> constant -> Json.string(json, constant.name());
            case List<?> list -> list(json, component, list);
            case Object text -> text(json, component, text.toString());
        }
    }

    private void list(StringBuilder json, RecordComponent component, List<?> list) {
        json.append('[');
        var texts = new ArrayList<Object>(list);
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            text(json, component, String.valueOf(texts.get(i)));
        }
        json.append(']');
    }

    private void text(StringBuilder json, RecordComponent component, String text) {
        NumberGuard.check(type.getSimpleName(), component.getName(), text);
        Json.string(json, text);
    }

    private static @Nullable Object read(RecordComponent component, AuditEvent event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("an audit event could not be read: " + event.getClass(), e);
        }
    }

    private static boolean allowed(Type type) {
        return switch (type) {
            case Class<?> plain -> PLAIN.contains(plain) || plain.isEnum();
            case ParameterizedType list ->
                list.getRawType() == List.class && list.getActualTypeArguments()[0] == String.class;
            case Type other -> false;
        };
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        var permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(EventShape::leaves);
    }
}
