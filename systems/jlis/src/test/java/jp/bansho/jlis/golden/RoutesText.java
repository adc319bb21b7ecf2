package jp.bansho.jlis.golden;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.bansho.jlis.JlisMachine;
import jp.bansho.jlis.command.JlisCommand;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.support.StandardServletEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Every way into the machine: the commands with their options, and who may run them; then the paths of the line.
final class RoutesText {

    private static final String REGISTRAR = "a registrar of staff.properties";
    private static final String OPERATOR = "an operator of staff.properties";
    private static final String HOME = "whoever may write the home folder";

    /// Who may run a command. A command that is not here fails the build.
    private static final Map<String, String> WHO = Map.ofEntries(
            Map.entry("jlis init", HOME + " and administers the database"),
            Map.entry("jlis residents load", REGISTRAR),
            Map.entry("jlis events", REGISTRAR),
            Map.entry("jlis change-number", REGISTRAR),
            Map.entry("jlis die", REGISTRAR),
            Map.entry("jlis leave", REGISTRAR),
            Map.entry("jlis move", REGISTRAR),
            Map.entry("jlis spell", REGISTRAR),
            Map.entry("jlis askers add", HOME),
            Map.entry("jlis askers list", "whoever may read the home folder"),
            Map.entry("jlis serve", OPERATOR),
            Map.entry("jlis status", OPERATOR));

    private RoutesText() {}

    static List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "# Commands, their options, and who may run them. Codes, names and addresses come by standard input.");
        add(lines, new CommandLine(JlisCommand.class).getCommandSpec());
        lines.add("");
        lines.add("# Paths of the line: whoever bears a certificate of askers.tsv, for the affairs that stand there.");
        var paths = paths().sorted().toList();
        if (paths.isEmpty()) {
            throw new AssertionError("the door was not found");
        }
        lines.addAll(paths);
        return lines;
    }

    private static Stream<String> paths() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        // the door is there on a machine that serves
        scanner.setEnvironment(new StandardServletEnvironment());
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents(JlisMachine.class.getPackageName()).stream()
                .flatMap(found -> Arrays.stream(
                        type(String.valueOf(found.getBeanClassName())).getDeclaredMethods()))
                .flatMap(RoutesText::paths);
    }

    private static Stream<String> paths(Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.method())
                        .flatMap(verb -> Arrays.stream(mapping.path()).map(path -> verb + " " + path));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(List<String> lines, CommandSpec command) {
        if (command.userObject() instanceof Callable || command.userObject() instanceof Method) {
            var who = WHO.get(command.qualifiedName());
            if (who == null) {
                throw new AssertionError("nobody said who may run: " + command.qualifiedName());
            }
            lines.add("");
            lines.add(command.qualifiedName());
            lines.add("  who: " + who);
            command.positionalParameters()
                    .forEach(parameter -> lines.add("  " + parameter.paramLabel() + " "
                            + parameter.type().getSimpleName()));
            command.options().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .sorted(Comparator.comparing(option -> option.longestName()))
                    .forEach(option -> lines.add("  " + option.longestName() + " " + option.paramLabel()
                            + (option.required() ? " required" : "")));
        }
        command.subcommands().values().stream()
                .sorted(Comparator.comparing(CommandLine::getCommandName))
                .forEach(sub -> add(lines, sub.getCommandSpec()));
    }
}
