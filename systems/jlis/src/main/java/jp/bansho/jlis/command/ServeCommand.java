package jp.bansho.jlis.command;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.jlis.JlisMachine;
import jp.bansho.jlis.inquiry.Inquiries;
import jp.bansho.jlis.inquiry.InquiryEvent;
import jp.bansho.jlis.line.AskerBook;
import jp.bansho.jlis.line.LineServer;
import jp.bansho.jlis.line.LineSettings;
import jp.bansho.jlis.staff.Duty;
import jp.bansho.jlis.staff.StaffFile;
import jp.bansho.jlis.store.Scope;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.machine.Machine;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.machine.command.ExitCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho jlis serve`: answers inquiries until it is stopped.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Answer inquiries over the line (HTTPS) until stopped.",
            "回線（HTTPS）で照会に回答します。停止するまで動き続けます。",
            "Address, port and how long answers are kept: line.properties in the home folder."
        })
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {"Another port than in line.properties.", "ポート番号（既定: line.properties）。"})
    private @Nullable Integer port;

    @Mixin
    private Person person = new Person();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var home = Home.ofEnvironment();
        var configured = LineSettings.of(home);
        var settings = port == null ? configured : configured.onPort(port);
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
        try (var machine = Machine.serve(JlisMachine.class, LineServer.properties(home, settings))) {
            var stamp = machine.part(StaffFile.class).stamp(person.name(), Duty.OPERATOR);
            var askers = AskerBook.of(home).askers().size();
            record(machine, stamp, new InquiryEvent.LineOpened(settings.address(), machine.port(), askers));
            var out = spec.commandLine().getOut();
            out.println("回線 / line: https://" + settings.address() + ":" + machine.port() + "/");
            out.println("停止 / stop: Ctrl+C");
            do {
                look(machine, stamp, settings.keepDays());
            } while (!stop.await(1, TimeUnit.MINUTES));
            record(machine, stamp, new InquiryEvent.LineClosed());
        } finally {
            stopped.countDown();
        }
        return ExitCode.DONE;
    }

    /// Once a minute: answers whose time is over are erased, and the head of the record is carried out. A database that
    /// is away for a while, or a full disk, does not end the line.
    private static void look(Machine machine, Stamp stamp, int keepDays) {
        var inquiries = machine.part(Inquiries.class);
        var transactions = machine.part(Transactions.class);
        try {
            if (transactions.read(Scope.WATCH, connection -> inquiries.overdue(connection, keepDays))) {
                try (var connection = transactions.connection()) {
                    transactions.bulk(connection, Scope.WINDOW, c -> inquiries.erase(c, keepDays, stamp));
                }
            }
            machine.part(HeadKeeper.class).exportIfUsed();
        } catch (StoreBroken | SQLException | UncheckedIOException e) {
            LoggerFactory.getLogger(ServeCommand.class)
                    .warn("this minute's work was not done: {}", e.getClass().getName());
        }
    }

    private static void record(Machine machine, Stamp stamp, InquiryEvent event) {
        machine.part(Transactions.class)
                .recorded(Scope.WATCH, _ -> new Recorded<>(true, List.of(new Entry(stamp, event))));
    }
}
