package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.seal.KeyPurpose;
import org.junit.jupiter.api.Test;

/// A tax file reads one snapshot from beginning to end: the old key waits for it.
class OldReadersTest {

    @Test
    void theOldKeyIsNotDestroyedWhileSomebodyMayReadUnderIt() throws Exception {
        try (var rotating = new Rotating(30);
                var reader = rotating.machine.scoped(new Scope.Federation())) {
            assertThat(Sql.number(reader, "select count(*) from vault.sealed_number where key_version = 1"))
                    .isEqualTo(30);
            var application =
                    Approved.keyCeremony(rotating.machine, Rotation.payload(KeyPurpose.NUMBER_SEAL, Rotating.HERE));
            var rotation = new FutureTask<>(
                    () -> rotating.rotate(KeyPurpose.NUMBER_SEAL, application, RotationProgress.SILENT));
            Thread.ofPlatform().start(rotation);
            while (rotating.count("vault.rotation where phase = 'leaving'") == 0) {
                try {
                    rotation.get(20, TimeUnit.MILLISECONDS);
                    throw new AssertionError("the rotation did not wait");
                } catch (TimeoutException expected) {
                    assertThat(expected).hasNoCause();
                }
            }
            assertThat(rotation.isDone()).isFalse();
            assertThat(rotating.keyThere(KeyPurpose.NUMBER_SEAL, 1)).isTrue();
            reader.rollback();
            assertThat(rotation.get().phase()).isEqualTo(Rotation.Phase.FINISHED);
            assertThat(rotating.keyThere(KeyPurpose.NUMBER_SEAL, 1)).isFalse();
        }
    }
}
