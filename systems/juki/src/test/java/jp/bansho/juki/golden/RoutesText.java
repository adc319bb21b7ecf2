package jp.bansho.juki.golden;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.bansho.access.AccountRole;
import jp.bansho.juki.JukiMachine;
import jp.bansho.juki.command.JukiCommand;
import jp.bansho.juki.staff.JukiPremises;
import jp.bansho.juki.staff.Needs;
import jp.bansho.juki.staff.Right;
import jp.bansho.terminal.ByToken;
import jp.bansho.terminal.Everybody;
import jp.bansho.terminal.Open;
import jp.bansho.terminal.TerminalParts;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import picocli.CommandLine.Model.CommandSpec;

/// Every way into the machine: the commands with their options, the screens with what each route
/// asks for, the rights with who has them.
final class RoutesText {

    private RoutesText() {}

    static List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("# Commands and their options. No command takes or shows an Individual Number.");
        add(lines, JukiCommand.specification());
        lines.add("");
        lines.add("# Screens: verb, path, what it asks for.");
        lines.add("");
        lines.addAll(screens());
        lines.add("");
        lines.add("# Rights: who has them, by role and department (* any).");
        lines.add("");
        for (var row : new JukiPremises().matrix().rows()) {
            lines.add(row.right() + "  "
                    + Arrays.stream(AccountRole.values())
                            .filter(role -> !row.departments()
                                    .getOrDefault(role, Set.of())
                                    .isEmpty())
                            .map(AccountRole::word)
                            .collect(Collectors.joining(" ")));
        }
        return lines;
    }

    private static void add(List<String> lines, CommandSpec command) {
        if (command.subcommands().isEmpty()) {
            lines.add("");
            lines.add(command.qualifiedName());
            command.positionalParameters().forEach(parameter -> lines.add("  " + parameter.paramLabel()));
            command.options().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .sorted(Comparator.comparing(option -> option.longestName()))
                    .forEach(option -> lines.add("  " + option.longestName()
                            + (option.arity().max() == 0 ? "" : " " + option.paramLabel())
                            + (option.required() ? " required" : "")));
        }
        command.subcommands().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(sub -> add(lines, sub.getValue().getCommandSpec()));
    }

    private static Set<String> screens() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return Stream.of(JukiMachine.class, TerminalParts.class)
                .flatMap(place -> scanner.findCandidateComponents(place.getPackageName()).stream())
                .flatMap(found -> Arrays.stream(
                        type(String.valueOf(found.getBeanClassName())).getDeclaredMethods()))
                .flatMap(RoutesText::routes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.path())
                        .flatMap(path ->
                                Arrays.stream(mapping.method()).map(verb -> path + "  " + verb + "  " + asks(method)));
    }

    private static String asks(Method method) {
        var needs = method.getAnnotation(Needs.class);
        if (needs != null) {
            return Arrays.stream(needs.value()).map(Right::word).collect(Collectors.joining(" or "));
        }
        if (method.isAnnotationPresent(Open.class)) {
            return "open: the door itself";
        }
        if (method.isAnnotationPresent(Everybody.class)) {
            return "everybody who has come in";
        }
        if (method.isAnnotationPresent(ByToken.class)) {
            return "a machine with its token, no person";
        }
        throw new AssertionError("a route does not say what it asks for: " + method);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
