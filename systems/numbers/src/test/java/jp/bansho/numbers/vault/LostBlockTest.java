package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.Test;

/// A crash of the database server takes back a block of pads that was not committed, and its number with it: the next
/// who asks is given the same number. The machine that lived through the crash must not go on filling that block.
class LostBlockTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final Provenance TYPED = new Provenance(3, 0, Instant.parse("2026-11-24T01:00:00Z"), "a.kumiai28");

    @Test
    void aBlockOfTheSameNumberThatSomebodyElseMadeIsNotFilled() throws SQLException {
        try (var machine = TestMachine.start();
                var administrator = machine.superuser()) {
            keep(machine, 2_000, false);
            // what recovery does to a sequence whose last step was not on the disk
            Sql.run(
                    administrator,
                    "select setval('vault.pad_block_id', last_value - 1) from vault.pad_block_id where last_value > 1");
            Sql.run(
                    administrator,
                    "select setval('vault.pad_block_id', 1, false) from vault.pad_block_id where last_value = 1");
            machine.register(HERE, 0, 256);

            keep(machine, 3_000, true);
            keep(machine, 3_001, true);

            assertThat(Sql.number(administrator, "select count(*) from vault.sealed_number"))
                    .isEqualTo(258);
            assertThat(Sql.number(administrator, "select count(distinct pad) from vault.sealed_number"))
                    .as("no pad under two numbers")
                    .isEqualTo(258);
            assertThat(Sql.number(administrator, "select count(distinct pad / 256) from vault.sealed_number"))
                    .as("the new block is shared by those who come alone")
                    .isEqualTo(2);
        }
    }

    private static void keep(TestMachine machine, int person, boolean commit) throws SQLException {
        var number = IndividualNumber.ofClear(InventedFiles.number(HERE, person));
        try (var connection = machine.scoped(new Scope.Association(HERE))) {
            machine.part(Vault.class).lend(connection, HERE, open -> {
                open.requireIndex(connection);
                open.keep(
                        connection,
                        new NewNumber(1_000_000L + person, 1, 1, number, open.tag(number), NumberState.CURRENT),
                        TYPED);
                return true;
            });
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }
}
