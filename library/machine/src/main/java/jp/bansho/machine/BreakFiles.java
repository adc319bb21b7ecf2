package jp.bansho.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Breaks of the record of use that were met where nothing may be written to the database: at a
/// start that is refused, or by `bansho audit verify`. They wait as files in `incidents/` of the
/// home folder, and the next sound start opens an incident for each (S6). Writing more into a
/// broken record would hide what it says.
public final class BreakFiles {

    private static final String FOLDER = "incidents";
    private static final String TAKEN = ".taken";

    private BreakFiles() {}

    /// A break that waits.
    ///
    /// @param at    when it was met first
    /// @param lines what is wrong, one sentence a line
    public record Break(Path file, Instant at, List<String> lines) {}

    /// Keeps what is wrong, once, with the time it was met first. Never fails: the refusal itself matters more.
    public static void keep(Home home, Instant now, List<String> lines) {
        try {
            var folder = Files.createDirectories(home.folder().resolve(FOLDER));
            var file = folder.resolve("chain-break-" + name(lines) + ".txt");
            if (!Files.exists(file) && !Files.exists(folder.resolve(file.getFileName() + TAKEN))) {
                var content = new ArrayList<>(List.of(now.toString()));
                lines.forEach(line -> content.add(line.replaceAll("\\R", " ")));
                var fresh = folder.resolve(file.getFileName() + ".new");
                Files.write(fresh, content, StandardCharsets.UTF_8, StandardOpenOption.CREATE);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(BreakFiles.class)
                    .warn("a break of the record could not be kept for an incident: {}", e.getClass());
        }
    }

    /// The breaks that wait, by file name.
    public static List<Break> waiting(Home home) throws IOException {
        var folder = home.folder().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Break>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(one -> one.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
                found.add(new Break(file, Instant.parse(lines.getFirst()), lines.subList(1, lines.size())));
            }
        }
        return found;
    }

    /// Marks a break as taken in.
    public static void taken(Break one) throws IOException {
        Files.move(
                one.file(),
                one.file().resolveSibling(one.file().getFileName() + TAKEN),
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static String name(List<String> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
