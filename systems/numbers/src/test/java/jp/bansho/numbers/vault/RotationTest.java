package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import jp.bansho.numbers.store.Sql;
import jp.bansho.seal.KeyPurpose;
import org.junit.jupiter.api.Test;

/// A key is changed from one version to the next, and nothing is lost on the way.
class RotationTest {

    private static final int PEOPLE = 230;

    @Test
    void theSealingKeyIsChangedAndTheOldOneIsGone() throws SQLException {
        try (var rotating = new Rotating(PEOPLE)) {
            var before = Sql.rows(
                    rotating.administrator,
                    "select subject, generation, pad, state, job, registered_at, actor from vault.sealed_number order by 1, 2");

            var done = rotating.rotate(KeyPurpose.NUMBER_SEAL);

            assertThat(done.phase()).isEqualTo(Rotation.Phase.FINISHED);
            assertThat(done.done()).isEqualTo(PEOPLE);
            assertThat(done.total()).isEqualTo(PEOPLE);
            assertThat(done.leftOnOld()).isZero();
            assertThat(rotating.count("vault.sealed_number where key_version <> 2"))
                    .isZero();
            assertThat(rotating.keyThere(KeyPurpose.NUMBER_SEAL, 1)).isFalse();
            assertThat(rotating.keyThere(KeyPurpose.NUMBER_SEAL, 2)).isTrue();
            assertThat(
                            Sql.rows(
                                    rotating.administrator,
                                    "select subject, generation, pad, state, job, registered_at, actor from vault.sealed_number order by 1, 2"))
                    .isEqualTo(before);
            rotating.everythingIsThere();
            assertThat(Sql.rows(rotating.administrator, """
                            select event from audit.record where event like 'key%' order by seq
                            """))
                    .containsExactly(
                            "key-rotation-begun",
                            "key-switched",
                            "key-proved-unused",
                            "keys-destroyed",
                            "key-rotation-finished");
            rotating.machine.stop();
            rotating.machine.again();
            rotating.everythingIsThere();
        }
    }

    @Test
    void theIndexKeyIsChangedAndTheOldOneIsGone() throws SQLException {
        try (var rotating = new Rotating(PEOPLE)) {
            var done = rotating.rotate(KeyPurpose.NUMBER_INDEX);

            assertThat(done.phase()).isEqualTo(Rotation.Phase.FINISHED);
            assertThat(done.leftOnOld()).isZero();
            assertThat(rotating.count("vault.number_index where version <> 2")).isZero();
            assertThat(rotating.keyThere(KeyPurpose.NUMBER_INDEX, 1)).isFalse();
            rotating.everythingIsThere();
            rotating.machine.register(Rotating.HERE, 500, 510);
            rotating.theIndexIsExact();
            rotating.machine.stop();
            rotating.machine.again();
            rotating.everythingIsThere();
        }
    }

    @Test
    void thePadKeyIsChangedAndTheOldOneIsGone() throws SQLException {
        try (var rotating = new Rotating(PEOPLE)) {
            var done = rotating.rotate(KeyPurpose.PAD_SEAL);

            assertThat(done.phase()).isEqualTo(Rotation.Phase.FINISHED);
            assertThat(done.total()).isEqualTo(1);
            assertThat(rotating.count("vault.pad_block where key_version <> 2")).isZero();
            assertThat(rotating.keyThere(KeyPurpose.PAD_SEAL, 1)).isFalse();
            rotating.everythingIsThere();
        }
    }

    @Test
    void keysAreChangedAgainAndAgainAndOneAfterTheOther() throws SQLException {
        try (var rotating = new Rotating(30)) {
            for (var round = 1; round <= 3; round++) {
                rotating.rotate(KeyPurpose.NUMBER_INDEX);
                rotating.rotate(KeyPurpose.NUMBER_SEAL);
                rotating.rotate(KeyPurpose.PAD_SEAL);
                rotating.machine.register(Rotating.HERE, 100 * round, 100 * round + 20);
            }
            rotating.everythingIsThere();
            assertThat(rotating.count("vault.key_check where state <> 'in-use'"))
                    .isZero();
            assertThat(rotating.keyThere(KeyPurpose.NUMBER_SEAL, 4)).isTrue();
            assertThat(rotating.count("vault.sealed_number where key_version = 4"))
                    .isEqualTo(90);
        }
    }
}
