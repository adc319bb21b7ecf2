package jp.bansho.numbers.command;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.erasure.RunningErasures;
import jp.bansho.numbers.operation.Watchman;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.terminal.TerminalEvent;
import jp.bansho.terminal.TerminalSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho numbers serve`: serves the business terminals until it is stopped.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serve the business terminals (HTTPS) until stopped.",
            "業務端末の画面を提供します（HTTPS）。停止するまで動き続けます。",
            "Host, address, port and limits: terminal.properties in the home folder."
        })
final class ServeCommand implements Callable<Integer> {

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
        var settings = TerminalSettings.of(Home.ofEnvironment());
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
        try (var machine = Machine.serve(settings)) {
            record(
                    machine,
                    new TerminalEvent.TerminalsOpened(
                            settings.address(),
                            machine.port(),
                            machine.ownCertificate(),
                            machine.clientCertificates()));
            var out = spec.commandLine().getOut();
            out.println("業務端末 / terminals: https://" + settings.host() + ":" + machine.port() + "/");
            out.println("停止 / stop: Ctrl+C");
            var machinist = new Actor("machine", Role.OPERATOR, 0);
            machine.part(RunningErasures.class).resume(machinist);
            while (!stop.await(1, TimeUnit.MINUTES)) {
                export(machine.part(HeadKeeper.class));
                machine.part(RunningErasures.class).resume(machinist);
                machine.part(Watchman.class).look();
            }
            record(machine, new TerminalEvent.TerminalsClosed());
        } finally {
            stopped.countDown();
        }
        return ExitCode.DONE;
    }

    /// A database that is away for a while, or a full disk, does not end the terminals: the next minute tries again. A
    /// record that was tampered with does.
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
        var stamp = new Stamp(Actor.SYSTEM, "machine", Role.OPERATOR.word(), null, null, null, null);
        machine.part(Transactions.class)
                .recorded(new Scope.Operator(), _ -> new Recorded<>(event, List.of(new Entry(stamp, event))));
    }
}
