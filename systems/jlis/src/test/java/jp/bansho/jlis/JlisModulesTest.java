package jp.bansho.jlis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class JlisModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(JlisMachine.class);

    @Test
    void desksSpeakOnlyToWhomTheyDeclared() {
        modules.verify();
    }

    @Test
    void whoKnowsWhatLooksAtNobody() {
        var numbering = modules.getModuleByName("numbering").orElseThrow();

        assertThat(numbering.getBootstrapDependencies(modules)).isEmpty();
    }
}
