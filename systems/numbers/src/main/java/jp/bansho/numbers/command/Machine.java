package jp.bansho.numbers.command;

import jp.bansho.numbers.NumbersMachine;
import jp.bansho.numbers.installation.HeadKeeper;
import jp.bansho.numbers.installation.StaffFile;
import jp.bansho.numbers.staff.Actor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The running machine behind a command: started when the command needs it, stopped with it. The head of the audit
/// record leaves the database at the start and at the end.
final class Machine implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Machine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Machine start() {
        var application = new SpringApplication(NumbersMachine.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        var machine = new Machine(application.run());
        machine.part(HeadKeeper.class);
        return machine;
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
