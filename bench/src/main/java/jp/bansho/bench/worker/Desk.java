package jp.bansho.bench.worker;

import java.nio.file.Path;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.NumbersMachine;
import jp.bansho.numbers.installation.StaffFile;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// The running number machine and its front doors, as a command reaches them.
final class Desk implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    Desk() {
        var application = new SpringApplication(NumbersMachine.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setWebApplicationType(WebApplicationType.NONE);
        context = application.run();
        part(HeadKeeper.class);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    Actor actor() {
        return part(StaffFile.class).actor(System.getProperty("user.name"));
    }

    JobSheet intake(JobKind kind, int association, Path file) {
        var purpose = switch (kind) {
            case RESULTS, IDENTIFIERS -> Purpose.NUMBER_REGISTRATION;
            case DEPENDANTS -> Purpose.DEPENDANTS_DECLARATION;
            case WITHHOLDING -> Purpose.WITHHOLDING_SLIP;
            case PAYMENT_REPORT -> Purpose.PAYMENT_REPORT;
        };
        var order = new IntakeOrder(kind, actor(), purpose, association, file, false);
        return part(Intake.class).run(order, Progress.SILENT);
    }

    @Override
    public void close() {
        context.close();
    }
}
