package jp.bansho.juki.command;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.bansho.audit.Entry;
import jp.bansho.juki.JukiMachine;
import jp.bansho.juki.results.Wiping;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.store.JukiScope;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.machine.Machine;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.terminal.TerminalEvent;
import jp.bansho.terminal.TerminalServer;
import jp.bansho.terminal.TerminalSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho juki serve`: serves the terminals of this machine until it is stopped (J4).
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serve the terminals (HTTPS) until stopped.",
            "端末の画面を提供します（HTTPS）。停止するまで動き続けます。",
            "Host, address, port and limits: terminal.properties in the home folder."
        })
final class ServeCommand implements Callable<Integer> {

    private static final Pair MACHINE = Pair.named("machine", null);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {"Another port than in terminal.properties.", "ポート番号（既定: terminal.properties）。"})
    private @Nullable Integer port;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var home = Home.ofEnvironment();
        var settings = TerminalSettings.of(home);
        if (port != null) {
            settings = settings.onPort(port);
        }
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            stop.countDown();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (var machine = Machine.serve(JukiMachine.class, TerminalServer.properties(home, settings))) {
            machine.part(Wiping.class).finish(MACHINE);
            record(
                    machine,
                    new TerminalEvent.TerminalsOpened(
                            settings.address(),
                            machine.port(),
                            machine.setting("server.ssl.key-store").endsWith("/tls/terminal.p12"),
                            machine.has("server.ssl.client-auth")));
            var out = spec.commandLine().getOut();
            out.println("業務端末 / terminals: https://" + settings.host() + ":" + machine.port() + "/");
            out.println("停止 / stop: Ctrl+C");
            out.flush();
            while (!stop.await(1, TimeUnit.MINUTES)) {
                export(machine.part(HeadKeeper.class));
            }
            record(machine, new TerminalEvent.TerminalsClosed());
        } finally {
            stopped.countDown();
        }
        return ExitCode.DONE;
    }

    /// A database that is away for a while, or a full disk, does not end the terminals: the next minute tries again.
    private static void export(HeadKeeper keeper) {
        try {
            keeper.exportIfUsed();
        } catch (StoreBroken | UncheckedIOException e) {
            LoggerFactory.getLogger(ServeCommand.class)
                    .warn(
                            "the head of the audit record was not carried out this minute: {}",
                            e.getClass().getName());
        }
    }

    private static void record(Machine machine, TerminalEvent event) {
        machine.part(Transactions.class)
                .recorded(
                        new JukiScope(),
                        _ -> new Recorded<>(event, List.of(new Entry(MACHINE.stamp(null, null, null), event))));
    }
}
