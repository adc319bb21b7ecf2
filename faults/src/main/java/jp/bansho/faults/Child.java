package jp.bansho.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Java process of its own on a machine's home, as `./bansho` starts one.
final class Child {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

    private final Process process;
    private final Path out;
    private final Path err;
    private final long began = System.nanoTime();

    Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// The command line of a class of the number machine. Children share a class archive, or each kill would cost
    /// seconds.
    static List<String> java(Path archive, List<String> settings, String main) {
        return java(archive, settings, main, classPath());
    }

    /// As [#java], for a class of the harness that calls the machine's desks as its screens do.
    static List<String> desk(Path archive, List<String> settings) {
        return java(archive.resolveSibling("desk.jsa"), settings, Desk.class.getName(), classPath() + ":" + own());
    }

    static List<String> java(Path archive, List<String> settings, String main, String classPath) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(settings);
        if (Arrays.stream(classPath.split(":", -1)).allMatch(entry -> entry.endsWith(".jar"))) {
            command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
        }
        command.addAll(List.of("-cp", classPath, main));
        return command;
    }

    /// Without the harness's own classes: the machine does not know it is tried.
    private static String classPath() {
        var own = Objects.requireNonNull(own().getParent());
        var whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(whole.split(":", -1))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(entry -> !own.equals(entry.getParent()))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    private static Path own() {
        return Path.of(URI.create(
                Child.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    long milliseconds() {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /// `kill -9`.
    ///
    /// @return false if it had ended by itself
    boolean kill() {
        var alive = process.isAlive();
        process.destroyForcibly();
        process.onExit().join();
        return alive && process.exitValue() == 137;
    }

    /// Asks it to stop, as Ctrl+C does.
    void stop() {
        process.destroy();
    }

    /// Waits for its end.
    ///
    /// @return its exit code; -1 if it did not end in time and was killed
    int end(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.onExit().join();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String out() {
        return read(out);
    }

    String said() {
        return read(out) + read(err);
    }

    /// A value of the last JSON line.
    String value(String name) {
        var found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(out());
        return found.find() ? found.group(1) : "";
    }

    /// What is wrong with how it told of its failure: nothing if it is a clear line in both languages.
    String unclear() {
        var said = said();
        if (!said.contains("bansho: ") || !said.contains(" / ")) {
            return "no line in both languages";
        }
        if (said.contains("\tat ") || said.contains("    at ") || said.contains("Exception in thread")) {
            return "a stack trace";
        }
        return NUMBER.matcher(said).find() ? "a row of twelve digits" : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
