package jp.bansho.juki;

import static org.assertj.core.api.Assertions.assertThat;

import jp.bansho.testing.LoneNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/// J4 seen from outside: in a network namespace of its own the machine takes in, asks and hands out, and tries to reach
/// nothing but its database and its line. `./bansho test` says so in words where such namespaces cannot be made.
@DisabledIfSystemProperty(named = "bansho.namespaces", matches = "absent")
class AloneInTheNetworkTest {

    @Test
    void itWorksWhereThereIsNothingButItsDatabaseAndItsLine() throws Exception {
        var said = LoneNetwork.run(AloneMain.class);
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("asked=5", "tried=0", "refused; counted=1")
                .doesNotContain("reached");
    }
}
