package jp.bansho.numbers.command;

import jp.bansho.machine.Home;
import jp.bansho.numbers.NumbersMachine;
import jp.bansho.numbers.incident.ChainWatch;
import jp.bansho.numbers.installation.StaffFile;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.terminal.TerminalServer;
import jp.bansho.terminal.TerminalSettings;

/// The running number machine behind a command; a break of the record that was met without it becomes an incident.
final class Machine implements AutoCloseable {

    private final jp.bansho.machine.Machine running;

    private Machine(jp.bansho.machine.Machine running) {
        this.running = running;
        part(ChainWatch.class).takeIn();
    }

    static Machine start() {
        return new Machine(jp.bansho.machine.Machine.start(NumbersMachine.class));
    }

    /// The machine with its terminal server.
    static Machine serve(TerminalSettings settings) {
        return new Machine(jp.bansho.machine.Machine.serve(
                NumbersMachine.class, TerminalServer.properties(Home.ofEnvironment(), settings)));
    }

    /// The machine itself, for the commands that all machines have.
    jp.bansho.machine.Machine running() {
        return running;
    }

    /// The port the terminal server took.
    int port() {
        return running.port();
    }

    boolean ownCertificate() {
        return running.setting("server.ssl.key-store").endsWith("/tls/terminal.p12");
    }

    boolean clientCertificates() {
        return running.has("server.ssl.client-auth");
    }

    <T> T part(Class<T> type) {
        return running.part(type);
    }

    Actor actor(ActorOptions options) {
        return part(StaffFile.class).actor(options.name());
    }

    @Override
    public void close() {
        running.close();
    }
}
