package jp.bansho.numbers.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyHolders;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.installation.KeyRestore;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPlace;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeysRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A key ceremony is exactly what two people applied for and approved, once; and no backup is unknown.
class KeyCeremoniesTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final KeyName PADS = new KeyName(KeyPurpose.PAD_SEAL, HERE, 1);

    private TestMachine machine;
    private TwoPeople people;
    private KeyCeremonies ceremonies;
    private Actor operator;
    private Connection administrator;
    private Path out;

    @BeforeEach
    void start() throws Exception {
        machine = TestMachine.start();
        machine.register(HERE, 0, 5);
        people = new TwoPeople(machine);
        ceremonies = machine.part(KeyCeremonies.class);
        operator = machine.actor(Role.OPERATOR);
        administrator = machine.superuser();
        out = Files.createDirectory(machine.folder().resolve("out"));
    }

    @AfterEach
    void close() throws SQLException {
        administrator.close();
        machine.close();
    }

    @Test
    void aBackupNeedsAnApprovalOfExactlyItAndUsesItUp() throws Exception {
        refusedAs("no-such-application", () -> ceremonies.backUp(operator, 4711, 3, 5, out));
        var open = people.applied("keys back-up 3/5");
        refusedAs("not-decided", () -> ceremonies.backUp(operator, open, 3, 5, out));
        var id = people.approved("keys back-up 3/5");
        refusedAs("other-payload", () -> ceremonies.backUp(operator, id, 2, 5, out));
        refusedAs("other-payload", () -> ceremonies.move(operator, id, KeyPlace.FILE));
        assertThatThrownBy(() -> ceremonies.backUp(machine.actor(Role.FEDERATION), id, 3, 5, out))
                .isInstanceOf(StaffRefused.class);
        assertThat(files()).isEmpty();

        var done = ceremonies.backUp(operator, id, 3, 5, out);

        assertThat(done.written().keys()).isEqualTo(machine.part(KeyRing.class).names());
        assertThat(files()).hasSize(6);
        refusedAs("already-executed", () -> ceremonies.backUp(operator, id, 3, 5, out));
        assertThat(files()).hasSize(6);
        assertThat(events("keys-backed-up")).hasSize(1);
        assertThat(Sql.rows(administrator, "select number, needed, shares, made_by from vault.key_backup"))
                .containsExactly(done.number() + "|3|5|o.unei");
        assertThat(events("approval-refused").size()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aBackupThatCannotBeWrittenIsOnRecordAndLeavesNothing() throws Exception {
        var id = people.approved("keys back-up 2/3");
        assertThatThrownBy(() -> ceremonies.backUp(operator, id, 2, 3, out.resolve("nowhere")))
                .isInstanceOf(StaffRefused.class);
        Files.delete(machine.home().keyRing());

        assertThatThrownBy(() -> ceremonies.backUp(operator, id, 2, 3, out)).isInstanceOf(KeysRefused.class);

        assertThat(files()).isEmpty();
        assertThat(events("keys-backed-up")).isEmpty();
    }

    @Test
    void aBackupThatHoldsADestroyedKeyIsNamedUntilItIsDestroyedItself() throws Exception {
        var backup = ceremonies.backUp(operator, people.approved("keys back-up 2/3"), 2, 3, out);
        assertThat(ceremonies.list(operator).holding()).isEmpty();

        renewPads();

        assertThat(holding()).containsExactly(backup.number() + ": [pad-seal/28/1]");
        var list = ceremonies.list(operator);
        assertThat(list.holding()).hasSize(1);
        assertThat(list.keys())
                .contains(new KeyList.Key(new KeyName(KeyPurpose.PAD_SEAL, HERE, 2), "in-use"))
                .noneMatch(key -> key.name().equals(PADS));
        for (var scope : List.of(new Scope.Association(HERE), new Scope.Federation(), new Scope.Keeper(HERE))) {
            assertThat(machine.part(Transactions.class).read(scope, KeyBackups::holdingDestroyed))
                    .as(scope.toString())
                    .hasSize(1);
        }

        var destroyed = "keys backup-destroyed " + backup.number();
        var other = people.approved("keys backup-destroyed 99");
        refusedAs("other-payload", () -> ceremonies.backupDestroyed(operator, other, backup.number()));
        assertThatThrownBy(() -> ceremonies.backupDestroyed(operator, other, 99))
                .isInstanceOf(StaffRefused.class);
        ceremonies.backupDestroyed(operator, people.approved(destroyed), backup.number());

        assertThat(holding()).isEmpty();
        assertThat(events("key-backup-destroyed")).hasSize(1);
        var again = people.approved(destroyed);
        assertThatThrownBy(() -> ceremonies.backupDestroyed(operator, again, backup.number()))
                .isInstanceOf(StaffRefused.class);
    }

    @Test
    void restoredKeysOpenTheDatabaseAndTheTwoPeopleAreOnRecord() throws Exception {
        var backup = ceremonies
                .backUp(operator, people.approved("keys back-up 2/3"), 2, 3, out)
                .written();
        machine.stop();
        var home = machine.home();
        Files.delete(home.keyRing());
        Files.delete(home.keyEncryptionKey());
        assertThatThrownBy(machine::again).rootCause().isInstanceOf(KeysRefused.class);

        var restore = new KeyRestore(home, Clock.systemUTC());
        for (var alone : List.of("o.unei", "O.UNEI", "", "a b")) {
            assertThatThrownBy(() -> restore.restore(backup.file(), backup.shares(), List.of(), "o.unei", alone))
                    .isInstanceOf(StaffRefused.class);
        }
        assertThat(home.keyRing()).doesNotExist();
        restore.restore(backup.file(), backup.shares().subList(1, 3), List.of(), "o.unei", "f.renmei");

        machine.again();
        assertThat(shown()).isEqualTo(InventedFiles.number(HERE, 3));
        assertThat(events("keys-restored")).hasSize(1).first().asString().contains("o.unei", "f.renmei", backup.set());
        machine.stop();
        machine.again();
        assertThat(events("keys-restored")).as("once").hasSize(1);
        assertThat(Files.readString(home.folder().resolve("keys/ceremonies.log")))
                .contains("o.unei f.renmei");
    }

    @Test
    void aRestoreDoesNotBringADestroyedKeyBack() throws Exception {
        var backup = ceremonies
                .backUp(operator, people.approved("keys back-up 2/3"), 2, 3, out)
                .written();
        renewPads();
        var newer = ceremonies
                .backUp(operator, people.approved("keys back-up 2/3"), 2, 3, out)
                .written();
        machine.stop();
        var home = machine.home();
        var folder = home.folder();

        // where the database is known, it says what was destroyed
        Files.delete(home.keyRing());
        Files.delete(home.keyEncryptionKey());
        var note = new KeyRestore(home, Clock.systemUTC())
                .restore(backup.file(), backup.shares(), List.of(), "o.unei", "f.renmei");
        assertThat(note.leftOut()).containsExactly("pad-seal/28/1");
        // an old backup lacks the key that took its place: the machine does not start with it
        assertThatThrownBy(machine::again).rootCause().isInstanceOf(KeysRefused.class);

        // where it is not, the restored key is refused at the next start
        var blind = new Home(machine.folder().resolve("blind"));
        new KeyRestore(blind, Clock.systemUTC())
                .restore(backup.file(), backup.shares(), List.of(), "o.unei", "f.renmei");
        assertThat(KeyRing.open(blind.keyRing(), KeyHolders.of(blind)).names()).contains(PADS);
        Files.copy(home.database(), blind.database());
        assertThatThrownBy(() -> TestMachine.run(blind))
                .rootCause()
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(KeysRefused.Reason.NOT_THE_DATABASES_KEYS));

        Files.delete(home.keyRing());
        Files.delete(home.keyEncryptionKey());
        new KeyRestore(home, Clock.systemUTC()).restore(newer.file(), newer.shares(), List.of(), "o.unei", "f.renmei");
        machine.again();
        assertThat(shown()).isEqualTo(InventedFiles.number(HERE, 3));
        assertThat(folder).isDirectory();
    }

    @Test
    void movingDestroysTheOldKeyAndSaysSo() throws Exception {
        var home = machine.home();
        var oldRing = Files.copy(home.keyRing(), machine.folder().resolve("old-ring"));
        Files.setPosixFilePermissions(oldRing, PosixFilePermissions.fromString("rw-------"));
        refusedAs("no-such-application", () -> ceremonies.move(operator, 1, KeyPlace.FILE));

        var moved = ceremonies.move(operator, people.approved("keys move file"), KeyPlace.FILE);

        assertThat(moved.current()).isNotEqualTo(moved.destroyed()).startsWith("file:");
        assertThatThrownBy(() -> KeyRing.open(oldRing, KeyHolders.of(home))).isInstanceOf(KeysRefused.class);
        assertThat(shown()).isEqualTo(InventedFiles.number(HERE, 3));
        assertThat(events("key-move-begun")).hasSize(1);
        assertThat(events("key-moved")).first().asString().contains(moved.destroyed(), moved.current());

        var toDevice = people.approved("keys move pkcs11");
        assertThatThrownBy(() -> ceremonies.move(operator, toDevice, KeyPlace.DEVICE))
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(KeysRefused.Reason.NOT_SET_UP));
        assertThat(events("key-move-failed")).hasSize(1);
        assertThat(shown()).isEqualTo(InventedFiles.number(HERE, 3));
    }

    private void renewPads() throws SQLException {
        var vault = machine.part(Vault.class);
        var next = vault.nextPadKey(HERE);
        var transactions = machine.part(Transactions.class);
        try (var connection = transactions.connection()) {
            transactions.bulk(
                    connection,
                    new Scope.Keeper(HERE),
                    open -> new Recorded<>(
                            vault.renewPads(open, next, new long[0]),
                            List.of(new Entry(
                                    operator.stamp(HERE, null, null, null), new KeyEvent.KeyMoveBegun("test")))));
        }
        assertThat(vault.destroyLeaving(machine.clerk(HERE), HERE)).isPresent();
    }

    private List<String> holding() {
        return machine.part(Transactions.class).read(new Scope.Operator(), KeyBackups::holdingDestroyed).stream()
                .map(holding -> holding.number() + ": " + holding.destroyed())
                .toList();
    }

    private long shown() throws SQLException {
        var subject = machine.subject(InventedFiles.userNumber(HERE, 3));
        var revealed =
                machine.part(Vault.class).reveal(machine.clerk(HERE), Purpose.PENSION_PAYMENT, HERE, subject, "x");
        assertThat(revealed).isInstanceOf(Revealed.Shown.class);
        return ((Revealed.Shown) revealed).number().inTheClear();
    }

    private List<String> events(String name) throws SQLException {
        return Sql.rows(administrator, "select details from audit.record where event = '" + name + "'");
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(out)) {
            return files.toList();
        }
    }

    private static void refusedAs(String reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
