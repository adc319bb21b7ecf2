package jp.bansho.numbers.inspection;

import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.terminal.TerminalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The parts of the inspection desk that need settings.
@Configuration(proxyBeanMethods = false)
class InspectionParts {

    /// Made when the first record is read, when the server knows its port.
    @Bean
    EvidenceCheck evidenceCheck(TerminalSettings settings, PurposeTable purposes, Environment environment) {
        var port = environment.getProperty("local.server.port", Integer.class, settings.port());
        return new EvidenceCheck(settings.relying(port), purposes);
    }
}
