package jp.bansho.bench.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.numbers.NumbersMachine;
import jp.bansho.terminal.TerminalServer;
import jp.bansho.terminal.TerminalSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The number machine serving terminals as `bansho numbers serve` does, on a free port, with one page more: the
/// [StaticTwin]. Answers `port`; ends with its standard input.
public final class TerminalMain {

    private TerminalMain() {}

    /// Serves until standard input ends. `BANSHO_HOME` names the installation.
    public static void main(String[] arguments) throws IOException {
        try (var context = serve();
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            say("ready");
            while (orders.readLine() != null) {
                say(context.getEnvironment().getRequiredProperty("local.server.port"));
            }
            context.getBean(HeadKeeper.class).exportAndRecord();
        }
    }

    private static ConfigurableApplicationContext serve() {
        var home = Home.ofEnvironment();
        var properties =
                TerminalServer.properties(home, TerminalSettings.of(home).onPort(0));
        var application = new SpringApplication(NumbersMachine.class, StaticTwin.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("terminal", properties)));
        var context = application.run();
        context.getBean(HeadKeeper.class);
        return context;
    }

    private static void say(String answer) throws IOException {
        System.out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
