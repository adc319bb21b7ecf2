package jp.bansho.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// `numbers serve` in a process of its own, and the clerks at its terminals.
final class Terminals implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Site site;
    private final Tally tally;
    private final List<Clerk> clerks = new ArrayList<>();
    private final int port;
    private Child server;

    Terminals(Site site, Ledger ledger, Tally tally, int count) throws IOException, SQLException {
        this.site = site;
        this.tally = tally;
        this.port = freePort();
        Files.writeString(site.home.terminal(), "environment = 試行用\nport = " + port + "\n", StandardCharsets.UTF_8);
        for (var number = 1; number <= count; number++) {
            clerks.add(new Clerk(Staff.hire(site), port, ledger, tally));
        }
        server = site.start("numbers", "serve");
        requireServing(server);
    }

    private void requireServing(Child child) throws IOException {
        if (!Wait.until(START, () -> !child.alive() || child.out().contains("https://")) || !child.alive()) {
            throw new IOException("the terminals were not served: " + child.said());
        }
    }

    Child server() {
        return server;
    }

    int port() {
        return port;
    }

    List<Clerk> clerks() {
        return clerks;
    }

    /// Starts the server again after it was killed.
    void again() throws IOException {
        server = site.start("numbers", "serve");
        requireServing(server);
    }

    /// Everybody comes in.
    void comeIn() throws IOException {
        for (var clerk : clerks) {
            clerk.comeIn(port);
        }
    }

    /// Everybody works, each in a thread, until told to stop or until the server is gone.
    List<Thread> work(BooleanSupplier goesOn) {
        return clerks.stream()
                .map(clerk -> Thread.ofVirtual().start(() -> clerk.work(goesOn)))
                .toList();
    }

    static void join(List<Thread> threads) {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Acts acknowledged so far.
    int done() {
        return clerks.stream().mapToInt(Clerk::done).sum();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Stops the server as Ctrl+C does.
    @Override
    public void close() {
        clerks.forEach(Clerk::close);
        if (server.alive()) {
            server.stop();
            tally.wrong(server.end(60) == -1, "the terminal server does not stop");
        }
    }
}
