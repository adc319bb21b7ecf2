package jp.bansho.juki;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class JukiModulesTest {

    @Test
    void desksSpeakOnlyToWhomTheyDeclared() {
        ApplicationModules.of(JukiMachine.class).verify();
    }
}
