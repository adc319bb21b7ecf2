package jp.bansho.machine;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The running machine behind a command: started when the command needs it, stopped with it. The head of the record of
/// use leaves the database at the start and at the end.
public final class Machine implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Machine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// The machine without a door to any network.
    ///
    /// @param application the machine's Spring Boot application
    public static Machine start(Class<?> application) {
        return opened(application(application, WebApplicationType.NONE));
    }

    /// The machine with its web server.
    ///
    /// @param settings Spring's settings of the server: port, certificates
    public static Machine serve(Class<?> application, Map<String, Object> settings) {
        var server = application(application, WebApplicationType.SERVLET);
        server.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("server", settings)));
        return opened(server);
    }

    private static SpringApplication application(Class<?> type, WebApplicationType web) {
        var application = new SpringApplication(type);
        application.setWebApplicationType(web);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        return application;
    }

    private static Machine opened(SpringApplication application) {
        var machine = new Machine(application.run());
        machine.part(HeadKeeper.class);
        return machine;
    }

    /// The port the web server took.
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /// A setting, or nothing.
    public boolean has(String setting) {
        return context.getEnvironment().containsProperty(setting);
    }

    /// A setting that must be there.
    public String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    /// A desk or another part of the machine.
    public <T> T part(Class<T> type) {
        return context.getBean(type);
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
