package jp.bansho.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The jars on the machine, from the list that Maven wrote at the beginning of the build.
public final class JarsText {

    private static final Pattern JAR =
            Pattern.compile("^ *([^: ]+):([^: ]+):jar:(?:[^: ]+:)?([^: ]+):(?:compile|runtime)\\b.*");

    private JarsText() {}

    /// Reads the list that `dependency:list` wrote.
    ///
    /// @return group, name and version of each jar, sorted, below a heading
    public static List<String> read(Path list) throws IOException {
        try (var lines = Files.lines(list)) {
            return Stream.concat(
                            Stream.of("# Jars on the machine: group, name, version"),
                            lines.map(JAR::matcher)
                                    .filter(found -> found.matches())
                                    .map(found -> found.group(1) + " " + found.group(2) + " " + found.group(3))
                                    .sorted())
                    .toList();
        }
    }
}
