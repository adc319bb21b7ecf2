package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.HashSet;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.store.Sql;
import jp.bansho.seal.KeyPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A rotation that stops anywhere goes on with the same command, and everything is found all the while.
class RotationResumeTest {

    private static final int PEOPLE = 230;

    @ParameterizedTest
    @EnumSource(
            value = KeyPurpose.class,
            names = {"NUMBER_SEAL", "NUMBER_INDEX", "PAD_SEAL"})
    void goesOnFromWhereverItStopped(KeyPurpose purpose) throws SQLException {
        try (var rotating = new Rotating(PEOPLE)) {
            var application = Approved.keyCeremony(rotating.machine, Rotation.payload(purpose, Rotating.HERE));
            var phases = new HashSet<String>();
            var stops = 0;
            for (var after = 0; ; after = after == 3 ? 1 : after + 1) {
                var progress = Rotating.stoppingAfter(after);
                var stopped = stops == 0
                        ? catchThrowable(() -> rotating.rotate(purpose, application, progress))
                        : catchThrowable(() -> rotating.rotate(purpose, 0, progress));
                if (stopped == null) {
                    break;
                }
                assertThat(stopped).isInstanceOf(Rotating.Stopped.class);
                stops++;
                phases.addAll(Sql.rows(rotating.administrator, "select phase from vault.rotation"));
                rotating.machine.kill();
                rotating.machine.again();
                assertThat(rotating.shown(7)).as("stop " + stops).isPositive();
                assertThat(rotating.sought(8)).as("stop " + stops).isPresent();
            }
            assertThat(stops).isPositive();
            assertThat(phases)
                    .contains(
                            switch (purpose) {
                                case NUMBER_SEAL -> new String[] {"sealing"};
                                case NUMBER_INDEX -> new String[] {"filling", "clearing"};
                                default -> new String[] {"leaving"};
                            });
            assertThat(rotating.count("vault.rotation where phase = 'finished' and left_on_old = 0"))
                    .isEqualTo(1);
            assertThat(rotating.keyThere(purpose, 1)).isFalse();
            rotating.everythingIsThere();
        }
    }

    @Test
    void theDatabaseCrashesWhileTheNextIndexIsFilled() throws SQLException {
        try (var rotating = new Rotating(PEOPLE)) {
            var application =
                    Approved.keyCeremony(rotating.machine, Rotation.payload(KeyPurpose.NUMBER_INDEX, Rotating.HERE));
            assertThat(catchThrowable(
                            () -> rotating.rotate(KeyPurpose.NUMBER_INDEX, application, Rotating.stoppingAfter(2))))
                    .isInstanceOf(Rotating.Stopped.class);
            // what PostgreSQL does to unlogged tables after a crash
            Sql.run(rotating.administrator, "truncate vault.number_index, vault.index_alive");

            rotating.resume(KeyPurpose.NUMBER_INDEX);

            rotating.everythingIsThere();
        }
    }

    @Test
    void aJobRebuildsTheIndexBeforeTheRotationGoesOn() throws SQLException {
        try (var rotating = new Rotating(PEOPLE)) {
            var application =
                    Approved.keyCeremony(rotating.machine, Rotation.payload(KeyPurpose.NUMBER_INDEX, Rotating.HERE));
            assertThat(catchThrowable(
                            () -> rotating.rotate(KeyPurpose.NUMBER_INDEX, application, Rotating.stoppingAfter(2))))
                    .isInstanceOf(Rotating.Stopped.class);
            Sql.run(rotating.administrator, "truncate vault.number_index, vault.index_alive");
            rotating.machine.register(Rotating.HERE, 600, 650);
            assertThat(rotating.count("vault.number_index")).isEqualTo(2 * (PEOPLE + 50));

            rotating.resume(KeyPurpose.NUMBER_INDEX);

            rotating.everythingIsThere();
        }
    }

    @Test
    void theNextIndexIsLostAfterItTookOver() throws SQLException {
        try (var rotating = new Rotating(PEOPLE)) {
            var application =
                    Approved.keyCeremony(rotating.machine, Rotation.payload(KeyPurpose.NUMBER_INDEX, Rotating.HERE));
            var reports = 1;
            assertThat(catchThrowable(
                            () -> rotating.rotate(KeyPurpose.NUMBER_INDEX, application, Rotating.stoppingAfter(1))))
                    .isInstanceOf(Rotating.Stopped.class);
            while (rotating.count("vault.rotation where phase = 'clearing'") == 0) {
                var more = ++reports;
                assertThat(catchThrowable(
                                () -> rotating.rotate(KeyPurpose.NUMBER_INDEX, 0, Rotating.stoppingAfter(more))))
                        .isInstanceOf(Rotating.Stopped.class);
            }
            Sql.run(rotating.administrator, "truncate vault.number_index, vault.index_alive");

            rotating.resume(KeyPurpose.NUMBER_INDEX);
            rotating.machine.part(Vault.class).rebuildIndex(rotating.machine.clerk(Rotating.HERE), Rotating.HERE);

            rotating.everythingIsThere();
        }
    }
}
