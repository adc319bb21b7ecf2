package jp.bansho.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.bansho.bench.measure.Meter.Done;

/// The number machine in a JVM of its own with the heap it has in practice.
public final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private WorkerProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static WorkerProcess start(Path home) throws IOException {
        return start(home, "jp.bansho.bench.worker.WorkerMain");
    }

    /// Starts another worker.
    ///
    /// @param main the class that takes orders from its standard input and answers each with one line
    public static WorkerProcess start(Path home, String main) throws IOException {
        return start(home, java(main, System.getProperty("java.class.path")));
    }

    /// The same with another heap.
    static WorkerProcess start(Path home, String main, int mebibytes) throws IOException {
        var command = java(main, System.getProperty("java.class.path"));
        command.add(1, "-Xmx" + mebibytes + "m");
        command.remove("-Xmx768m");
        return start(home, command);
    }

    private static WorkerProcess start(Path home, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("BANSHO_HOME", home.toString());
        builder.environment().put("BANSHO_LOG", home.resolve("logs/machine.log").toString());
        builder.environment().remove("BANSHO_KEY_FILE");
        var worker = new WorkerProcess(builder.start());
        worker.answer();
        return worker;
    }

    /// The command line of a JVM as the `bansho` script starts them.
    static List<String> java(String main, String classPath) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:+UseTransparentHugePages",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", classPath, main));
        return command;
    }

    /// The process measured.
    public long pid() {
        return process.pid();
    }

    /// The most memory it had resident until now, in MiB.
    public double peak() throws IOException {
        return peakMemory();
    }

    double peakMemory() throws IOException {
        return ProcessTimes.peakMemory(process.pid());
    }

    /// Gives an order and waits for its end.
    ///
    /// @return the seconds it took, and the first figure it yields
    Done work(Object... words) throws IOException {
        var answer = ask(words);
        return new Done(Long.parseLong(answer[1]), Double.parseDouble(answer[0]));
    }

    /// Gives an order and waits for its end: the seconds it took, then what it yields.
    public String[] ask(Object... words) throws IOException {
        orders.write(
                String.join("\t", Arrays.stream(words).map(Object::toString).toList()) + "\n");
        orders.flush();
        return answer();
    }

    private String[] answer() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("the measured process ended; its reason stands above");
        }
        return line.split("\t", -1);
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
