package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;

/// A machine with people whose keys are changed, and an administrator who looks behind it.
final class Rotating implements AutoCloseable {

    static final int HERE = TestMachine.HYOGO;

    final TestMachine machine = TestMachine.start();
    final Connection administrator = machine.superuser();
    private final int people;

    Rotating(int people) throws SQLException {
        this.people = people;
        machine.register(HERE, 0, people);
    }

    Rotation rotate(KeyPurpose purpose) throws SQLException {
        return rotate(purpose, Approved.keyCeremony(machine, Rotation.payload(purpose, HERE)), RotationProgress.SILENT);
    }

    Rotation rotate(KeyPurpose purpose, long application, RotationProgress progress) {
        return machine.part(Rotations.class)
                .rotate(new RotationOrder(machine.actor(Role.OPERATOR), purpose, HERE, application, 100), progress);
    }

    /// Goes on with what was begun.
    Rotation resume(KeyPurpose purpose) {
        return rotate(purpose, 0, RotationProgress.SILENT);
    }

    long shown(int person) throws SQLException {
        return machine.part(Vault.class)
                                .reveal(
                                        machine.clerk(HERE),
                                        Purpose.PENSION_PAYMENT,
                                        HERE,
                                        machine.subject(InventedFiles.userNumber(HERE, person)),
                                        "case")
                        instanceof Revealed.Shown(var number, var _)
                ? number.inTheClear()
                : -1;
    }

    Optional<Holder> sought(int person) {
        var number = IndividualNumber.ofClear(InventedFiles.number(HERE, person));
        return machine.part(Vault.class).seek(machine.clerk(HERE), Purpose.PENSION_PAYMENT, HERE, number);
    }

    long count(String from) throws SQLException {
        return Sql.number(administrator, "select count(*) from " + from);
    }

    boolean keyThere(KeyPurpose purpose, int version) {
        return machine.part(KeyRing.class).names().contains(new KeyName(purpose, HERE, version));
    }

    /// Everybody's number opens (all are streamed, some revealed and sought), and each stands in the index once.
    void everythingIsThere() throws SQLException {
        assertThat(opened()).containsAllEntriesOf(truth());
        for (var i = 0; i < people; i += 1 + people / 20) {
            assertThat(shown(i)).as("person " + i).isEqualTo(InventedFiles.number(HERE, i));
            assertThat(sought(i).map(Holder::subject))
                    .as("person " + i)
                    .contains(machine.subject(InventedFiles.userNumber(HERE, i)));
        }
        theIndexIsExact();
    }

    private Map<Long, Long> truth() throws SQLException {
        var handles = new HashMap<String, Long>();
        try (var statement = administrator.createStatement();
                var row =
                        statement.executeQuery("select user_number, id from linkage.subject where association = 28")) {
            while (row.next()) {
                handles.put(row.getString(1), row.getLong(2));
            }
        }
        var truth = new HashMap<Long, Long>();
        for (var i = 0; i < people; i++) {
            truth.put(
                    Objects.requireNonNull(handles.get(InventedFiles.userNumber(HERE, i))),
                    InventedFiles.number(HERE, i));
        }
        return truth;
    }

    private Map<Long, Long> opened() throws SQLException {
        var opened = new HashMap<Long, Long>();
        try (var connection = machine.scoped(new Scope.Federation())) {
            machine.part(Vault.class).stream(connection, opened::put);
        }
        return opened;
    }

    /// One entry for each number that belongs into the index, in its state, and all under one version.
    void theIndexIsExact() throws SQLException {
        assertThat(Sql.rows(administrator, """
                        select subject, generation, state from vault.number_index order by 1, 2
                        """)).isEqualTo(Sql.rows(administrator, """
                        select subject, generation, state from vault.sealed_number where state < 4 order by 1, 2
                        """));
        assertThat(count("(select distinct association, version from vault.number_index where association = 28) v"))
                .isEqualTo(1);
        assertThat(count("vault.index_alive where association = 28")).isEqualTo(1);
    }

    /// Stops a rotation by an exception after that many reports.
    static RotationProgress stoppingAfter(int reports) {
        var left = LongStream.range(0, reports).iterator();
        return new RotationProgress() {
            @Override
            public void at(Rotation rotation) {
                if (!left.hasNext()) {
                    throw new Stopped();
                }
                left.nextLong();
            }

            @Override
            public void waiting(Rotation.Phase before) {}
        };
    }

    /// Somebody pulled the plug.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void close() throws SQLException {
        administrator.close();
        machine.close();
    }
}
