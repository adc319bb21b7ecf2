package jp.bansho.pension;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class PensionModulesTest {

    @Test
    void desksSpeakOnlyToWhomTheyDeclared() {
        ApplicationModules.of(PensionMachine.class).verify();
    }
}
