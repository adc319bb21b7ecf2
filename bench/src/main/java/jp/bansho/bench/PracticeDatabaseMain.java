package jp.bansho.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jp.bansho.testing.PostgresServer;

/// `bansho db start DIR`: a PostgreSQL for practice that runs until it is told to stop; `bansho db stop DIR` tells it.
public final class PracticeDatabaseMain {

    private PracticeDatabaseMain() {}

    /// Runs the command.
    ///
    /// @param arguments `start DIR` or `stop DIR`
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage / 使い方: bansho db start DIR | bansho db stop DIR");
            System.exit(2);
        }
        var folder = Path.of(arguments[1]).toAbsolutePath().normalize();
        switch (arguments[0]) {
            case "start" -> start(folder);
            case "stop" -> stop(folder);
            default -> System.exit(2);
        }
    }

    private static void start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var server = PostgresServer.embedded(folder.resolve("postgresql"), Map.of("max_wal_size", "4GB"));
        Files.writeString(
                folder.resolve("pid"), Long.toString(ProcessHandle.current().pid()), StandardCharsets.US_ASCII);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            ended.countDown();
        }));
        System.out.println("export BANSHO_DB_URL=" + server.administrator().url()
                + " BANSHO_DB_USER=postgres BANSHO_POSTGRES=" + PostgresServer.programs(folder.resolve("postgresql")));
        System.out.flush();
        ended.await();
    }

    private static void stop(Path folder) throws IOException, InterruptedException {
        var pid = Long.parseLong(Files.readString(folder.resolve("pid"), StandardCharsets.US_ASCII)
                .strip());
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            System.err.println("not running / 動いていません");
            return;
        }
        process.get().destroy();
        process.get().onExit().join();
        Files.delete(folder.resolve("pid"));
    }
}
