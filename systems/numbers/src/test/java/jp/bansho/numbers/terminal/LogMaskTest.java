package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a library writes to the log, a number does not arrive there.
class LogMaskTest {

    @Test
    void longRowsOfDigitsDoNotReachTheLog(@TempDir Path folder) throws Exception {
        var file = folder.resolve("numbers.log");
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("BANSHO_LOG", file.toString());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(LogMaskTest.class.getResource("/logback.xml")));
        var logger = context.getLogger("org.example.Library");
        logger.warn("typed 123456789018 and 1234 5678 9018 and １２３４５６７８９０１８ in record 4711");
        logger.error("failed", new IllegalStateException("For input string: \"1234-5678-9018\""));
        context.getLogger("org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver")
                .warn("Resolved [what was typed]");
        context.stop();
        assertThat(Files.readString(file))
                .contains("record 4711", "LogMaskTest", "IllegalStateException", "…")
                .doesNotContain("9018", "１８", "what was typed");
    }
}
