package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.seal.AssociatedData;
import jp.bansho.seal.FileKeyHolder;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.Sealer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Proves the key scheme (R3): zero one pad, seal the pad blocks under version 2 of the pad key, destroy version 1.
/// Nothing was sealed anew, and no backup brings the erased number back.
class ErasureDesignTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int PEOPLE = 600;
    private static final int ERASED = 300;

    private static final KeyName FIRST = new KeyName(KeyPurpose.PAD_SEAL, HERE, 1);
    private static final KeyName SECOND = new KeyName(KeyPurpose.PAD_SEAL, HERE, 2);

    private TestMachine machine;
    private Connection administrator;
    private long subject;

    @BeforeEach
    void eraseOnePerson() throws Exception {
        machine = TestMachine.start();
        machine.register(HERE, 0, PEOPLE);
        subject = machine.subject(InventedFiles.userNumber(HERE, ERASED));
        assertThat(shown(ERASED)).isEqualTo(InventedFiles.number(HERE, ERASED));
        administrator = machine.superuser();
        Snapshot.take(administrator);
        var pad = Sql.number(administrator, "select pad from vault.sealed_number where subject = " + subject);
        var vault = machine.part(Vault.class);
        var next = vault.nextPadKey(HERE);
        assertThat(next).isEqualTo(SECOND);
        administrator.setAutoCommit(false);
        Transactions.enter(administrator, new Scope.Keeper(HERE));
        assertThat(vault.renewPads(administrator, next, new long[] {pad})).isEqualTo(3);
        Transactions.leave(administrator);
        administrator.commit();
        administrator.setAutoCommit(true);
        Sql.run(administrator, "delete from vault.sealed_number where subject = " + subject);
        Sql.run(administrator, "delete from vault.number_index where subject = " + subject);
        // between the erasure and the destruction of the key the machine may die; it starts again and goes on
        machine.stop();
        machine.again();
        var destroyed = machine.part(Vault.class).destroyLeaving(machine.clerk(HERE), HERE);
        assertThat(destroyed.orElseThrow().keys()).containsExactly(FIRST);
        assertThat(machine.part(Vault.class).destroyLeaving(machine.clerk(HERE), HERE))
                .isEmpty();
    }

    @AfterEach
    void close() throws SQLException {
        administrator.close();
        machine.close();
    }

    @Test
    void theOthersOpenAlthoughNoNumberWasSealedAnew() throws SQLException {
        assertThat(reveal(ERASED)).isInstanceOf(Revealed.Nothing.class);
        allOthersOpen();
        assertThat(Sql.number(administrator, """
                select count(*) from vault.sealed_number n join kept.vault_sealed_number k using (subject, generation, sealed)
                """)).isEqualTo(PEOPLE - 1);
    }

    @Test
    void theOldRowOfTheNumberAloneDoesNotBringItBack() throws SQLException {
        Sql.run(
                administrator,
                "insert into vault.sealed_number select * from kept.vault_sealed_number where subject = " + subject);

        assertThat(reveal(ERASED)).isInstanceOf(Revealed.Broken.class);
        allOthersOpen();
    }

    @Test
    void theWholeOldBackupDoesNotBringItBackWithAllKeysThatAreLeft() throws SQLException {
        Snapshot.putBack(administrator);

        assertThat(reveal(ERASED)).isInstanceOf(Revealed.Broken.class);
        var ring = KeyRing.open(
                machine.home().keyRing(), new FileKeyHolder(machine.home().keyEncryptionKey()));
        assertThat(ring.names()).doesNotContain(FIRST).contains(SECOND);
        var block = Sql.number(administrator, "select pad / 256 from vault.sealed_number where subject = " + subject);
        var sealed = sealed(block);
        for (var name : ring.names()) {
            if (name.purpose() == KeyPurpose.NUMBER_SEAL || name.purpose() == KeyPurpose.PAD_SEAL) {
                for (var version : new int[] {1, 2}) {
                    assertThatThrownBy(() -> new Sealer(ring.secretKey(name)).open(sealed, place(version, block), "x"))
                            .as("old pad block with " + name.written())
                            .isInstanceOf(SealBroken.class);
                }
            }
        }
    }

    @Test
    void anOldBackupWithTodaysPadsServesEverybodyElse() throws SQLException {
        Sql.run(administrator, "delete from vault.sealed_number");
        Sql.run(administrator, "insert into vault.sealed_number table kept.vault_sealed_number");

        assertThat(reveal(ERASED)).isInstanceOf(Revealed.Broken.class);
        allOthersOpen();
    }

    @Test
    void newNumbersAreKeptUnderTheNewVersion() throws SQLException {
        machine.register(HERE, PEOPLE, PEOPLE + 10);

        assertThat(shown(PEOPLE + 3)).isEqualTo(InventedFiles.number(HERE, PEOPLE + 3));
        assertThat(Sql.rows(administrator, "select distinct key_version from vault.pad_block where association = 28"))
                .containsExactly("2");
    }

    private byte[] sealed(long block) throws SQLException {
        try (var statement = administrator.prepareStatement("select sealed from vault.pad_block where id = ?")) {
            statement.setLong(1, block);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    /// As the pads are sealed; written out here so that the scheme cannot change unnoticed.
    private static byte[] place(int version, long block) {
        return new AssociatedData("bansho/pad-block/1", 3)
                .add(HERE)
                .add(version)
                .add(block)
                .bytes();
    }

    private void allOthersOpen() throws SQLException {
        for (var i = 0; i < PEOPLE; i += i > ERASED - 5 && i < ERASED + 5 ? 1 : 37) {
            if (i != ERASED) {
                assertThat(shown(i)).as("person " + i).isEqualTo(InventedFiles.number(HERE, i));
            }
        }
    }

    private Revealed reveal(int person) throws SQLException {
        return machine.part(Vault.class)
                .reveal(
                        machine.clerk(HERE),
                        Purpose.PENSION_PAYMENT,
                        HERE,
                        machine.subject(InventedFiles.userNumber(HERE, person)),
                        "case");
    }

    private long shown(int person) throws SQLException {
        return reveal(person) instanceof Revealed.Shown(var number, var _) ? number.inTheClear() : -1;
    }
}
