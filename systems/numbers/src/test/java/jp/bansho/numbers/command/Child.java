package jp.bansho.numbers.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.bansho.numbers.TestMachine;

/// A Java process of its own on a machine's home, as `./bansho` would start one.
final class Child {

    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// Lets people into the home's staff file.
    static void hire(TestMachine machine, String... lines) throws IOException {
        Files.writeString(machine.home().staff(), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    /// The command line of a class in a process of its own.
    static List<String> java(List<String> settings, Class<?> main) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8"));
        command.addAll(settings);
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, main.getName()));
        return command;
    }

    /// Starts `bansho` with small batches.
    static Child start(TestMachine machine, String... arguments) throws IOException {
        return start(machine, List.of(), arguments);
    }

    /// Starts `bansho` where no file can grow beyond 128 KiB: what a full disk is to whoever writes.
    static Child startWithoutRoom(TestMachine machine, String... arguments) throws IOException {
        return start(machine, List.of("bash", "-c", "ulimit -f 128; exec \"$0\" \"$@\""), arguments);
    }

    private static Child start(TestMachine machine, List<String> shell, String... arguments) throws IOException {
        var command = new ArrayList<>(shell);
        command.addAll(java(List.of("-Dbansho.numbers.intake.batch-size=100"), Bansho.class));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(machine.folder(), "child", ".out");
        var err = Files.createTempFile(machine.folder(), "child", ".err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("BANSHO_HOME", machine.home().folder().toString());
        return new Child(builder.start(), out, err);
    }

    /// Waits for its end.
    ///
    /// @return its exit code
    int end() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the command did not end: " + said());
        }
        return process.exitValue();
    }

    /// True if it ended within a moment.
    boolean endedWithin(int milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /// `kill -9`.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    String out() {
        return read(out);
    }

    String said() {
        return read(out) + read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
