package jp.bansho.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import jp.bansho.testing.LoneNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/// N11, S3 seen from outside: in a network namespace of its own the machine does its work and tries
/// to reach nothing but its database. `./bansho test` says so in words where such namespaces cannot
/// be made.
@DisabledIfSystemProperty(named = "bansho.namespaces", matches = "absent")
class AloneInTheNetworkTest {

    @Test
    void itWorksWhereThereIsNothingButItsDatabaseAndNeverTriesToGetOut() throws Exception {
        var said = LoneNetwork.run(AloneMain.class);
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("tried=0")
                .contains("refused; counted=1")
                .doesNotContain("reached");
    }
}
