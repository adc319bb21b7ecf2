package jp.bansho.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class NumbersModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(NumbersMachine.class);

    @Test
    void desksSpeakOnlyToWhomTheyDeclared() {
        modules.verify();
    }

    @Test
    void whoKnowsWhoAndWhoKnowsWhatNeverSeeEachOther() {
        var vault = modules.getModuleByName("vault").orElseThrow();
        var linkage = modules.getModuleByName("linkage").orElseThrow();

        assertThat(vault.getBootstrapDependencies(modules)
                        .map(desk -> desk.getIdentifier().toString()))
                .doesNotContain("linkage", "intake", "taxfile");
        assertThat(linkage.getBootstrapDependencies(modules)
                        .map(desk -> desk.getIdentifier().toString()))
                .doesNotContain("vault", "intake", "taxfile");
    }
}
