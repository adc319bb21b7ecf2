package jp.bansho.numbers.golden;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.NumbersMachine;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.ByToken;
import jp.bansho.terminal.Everybody;
import jp.bansho.terminal.Open;
import jp.bansho.terminal.TerminalParts;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Every route of the terminals with what it asks for, read from the classes themselves.
public final class ScreenRoutes {

    /// One route.
    ///
    /// @param open      works for somebody who has not come in
    /// @param machine   works for a machine with its token, and for no person
    /// @param everybody works for everybody who has
    /// @param rights    one of them is enough
    public record Route(
            String verb, String path, boolean open, boolean machine, boolean everybody, List<Right> rights) {

        /// What the route asks for, in words.
        public String asks() {
            if (open) {
                return "open: the door itself";
            }
            if (machine) {
                return "a machine with its token, no person";
            }
            return everybody
                    ? "everybody who has come in"
                    : rights.stream().map(Right::word).collect(Collectors.joining(" or "));
        }
    }

    private ScreenRoutes() {}

    /// All routes, by path.
    public static List<Route> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return Stream.of(NumbersMachine.class, TerminalParts.class)
                .flatMap(place -> scanner.findCandidateComponents(place.getPackageName()).stream())
                .flatMap(found -> routes(type(String.valueOf(found.getBeanClassName()))))
                .sorted((a, b) -> (a.path() + a.verb()).compareTo(b.path() + b.verb()))
                .toList();
    }

    /// The lines of `routes.txt` about screens: each route, what it asks for, and who has that by the matrix.
    static List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("# Screens: verb, path, what it asks for. Who has a right stands below.");
        lines.add("");
        all().forEach(route -> lines.add(route.verb() + " " + route.path() + "  " + route.asks()));
        lines.add("");
        lines.add("# Rights: who has them, by role and department (* any).");
        lines.add("");
        for (var row : new Rights().matrix().rows()) {
            var who = Arrays.stream(AccountRole.values())
                    .filter(role ->
                            !row.departments().getOrDefault(role, Set.of()).isEmpty())
                    .map(role -> role.word() + "("
                            + row.departments().getOrDefault(role, Set.of()).stream()
                                    .sorted()
                                    .collect(Collectors.joining(","))
                            + ")")
                    .collect(Collectors.joining(" "));
            lines.add(row.right() + "  " + who);
        }
        return lines;
    }

    private static Stream<Route> routes(Class<?> screens) {
        return Arrays.stream(screens.getDeclaredMethods()).flatMap(method -> {
            var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            return mapping == null
                    ? Stream.empty()
                    : Arrays.stream(mapping.method())
                            .flatMap(verb ->
                                    Arrays.stream(mapping.path()).map(path -> route(verb.name(), path, method)));
        });
    }

    private static Route route(String verb, String path, Method method) {
        var needs = method.getAnnotation(Needs.class);
        var open = method.isAnnotationPresent(Open.class);
        var machine = method.isAnnotationPresent(ByToken.class);
        var everybody = method.isAnnotationPresent(Everybody.class);
        if (Stream.of(needs != null, open, machine, everybody)
                        .filter(Boolean::booleanValue)
                        .count()
                != 1) {
            throw new AssertionError("a route says not at all, or twice, what it asks for: " + method);
        }
        return new Route(verb, path, open, machine, everybody, needs == null ? List.of() : List.of(needs.value()));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
