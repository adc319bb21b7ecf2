package jp.bansho.numbers.command;

import jp.bansho.numbers.NumbersMachine;
import jp.bansho.numbers.incident.ChainWatch;
import jp.bansho.numbers.installation.HeadKeeper;
import jp.bansho.numbers.installation.Home;
import jp.bansho.numbers.installation.StaffFile;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.terminal.TerminalServer;
import jp.bansho.numbers.terminal.TerminalSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The running machine behind a command: started when the command needs it, stopped with it. The head of
/// the audit record leaves the database at the start and at the end.
final class Machine implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Machine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Machine start() {
        var application = application();
        application.setWebApplicationType(WebApplicationType.NONE);
        return opened(application);
    }

    /// The machine with its terminal server.
    static Machine serve(TerminalSettings settings) {
        var application = application();
        var properties = TerminalServer.properties(Home.ofEnvironment(), settings);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("terminal", properties)));
        return opened(application);
    }

    private static SpringApplication application() {
        var application = new SpringApplication(NumbersMachine.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        return application;
    }

    private static Machine opened(SpringApplication application) {
        var machine = new Machine(application.run());
        machine.part(HeadKeeper.class);
        machine.part(ChainWatch.class).takeIn();
        return machine;
    }

    /// The port the terminal server took.
    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    boolean ownCertificate() {
        return context.getEnvironment()
                .getRequiredProperty("server.ssl.key-store")
                .endsWith("/tls/terminal.p12");
    }

    boolean clientCertificates() {
        return context.getEnvironment().containsProperty("server.ssl.client-auth");
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    Actor actor(ActorOptions options) {
        return part(StaffFile.class).actor(options.name());
    }

    @Override
    public void close() {
        try {
            part(HeadKeeper.class).exportAndRecord();
        } finally {
            context.close();
        }
    }
}
