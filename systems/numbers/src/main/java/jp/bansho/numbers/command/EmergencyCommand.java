package jp.bansho.numbers.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.emergency.EmergencyConsole;
import jp.bansho.numbers.emergency.EmergencyConsole.Ran;
import jp.bansho.numbers.emergency.EmergencySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bansho numbers emergency`: the console of an approved emergency session (A7). The code is asked for, never given
/// as an argument; one statement a line, until `\q`.
@Command(
        name = "emergency",
        mixinStandardHelpOptions = true,
        description = {
            "Console of an approved emergency session. Asks for the one-time code; every statement is recorded.",
            "承認された緊急アクセスのコンソール。ワンタイムコードを入力します。文はすべて実行前に記録されます。"
        })
final class EmergencyCommand implements Callable<Integer> {

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        var out = spec.commandLine().getOut();
        try (var machine = Machine.start()) {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var desk = machine.part(EmergencyConsole.class);
            var session = desk.open(machine.actor(options), code(out, in));
            out.println((session.writes() ? "参照と修復 / look and repair" : "参照のみ / look only") + "  終了 / end: \\q");
            for (var line = ask(out, in); line != null && !line.strip().equals("\\q"); line = ask(out, in)) {
                if (!line.isBlank() && !answered(out, desk.run(session, line))) {
                    return ExitCode.REFUSED;
                }
            }
            end(out, desk, session);
            return ExitCode.DONE;
        }
    }

    private static String ask(PrintWriter out, BufferedReader in) throws IOException {
        out.print("> ");
        out.flush();
        return in.readLine();
    }

    private static String code(PrintWriter out, BufferedReader in) throws IOException {
        out.print("コード / code: ");
        out.flush();
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isPresent()) {
            var typed = terminal.get().readPassword();
            return typed == null ? "" : new String(typed);
        }
        var line = in.readLine();
        return line == null ? "" : line;
    }

    private static void end(PrintWriter out, EmergencyConsole desk, EmergencySession session) {
        desk.close(session);
        out.println("終了しました / ended");
    }

    /// False once the session is over.
    private static boolean answered(PrintWriter out, Ran ran) {
        switch (ran) {
            case Ran.Done(var rows, var lines) -> {
                lines.forEach(out::println);
                out.println("(%d)".formatted(rows));
            }
            case Ran.Failed(var state, var message) -> out.println(state + " " + message);
            case Ran.Refused(var reason) -> out.println("拒否 / refused: " + reason);
            case Ran.Over() -> out.println("この緊急アクセスは終了しています / the session is over");
        }
        return !(ran instanceof Ran.Over);
    }
}
