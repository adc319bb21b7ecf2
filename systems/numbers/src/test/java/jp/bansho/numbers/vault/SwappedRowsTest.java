package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.taxfile.FinishedSlips;
import jp.bansho.numbers.taxfile.SourceSlips;
import jp.bansho.seal.SealBroken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An administrator of the database moves, swaps and alters rows: nobody gets a wrong number, and it is on record.
///
/// Persons of 28: `a` and `b` share a block of pads, `c` has another block; `d` changed numbers and has a former one.
class SwappedRowsTest {

    private static final int HERE = TestMachine.HYOGO;

    private static TestMachine machine;
    private static FinishedSlips season;
    private static Connection administrator;
    private static long a;
    private static long b;
    private static long c;
    private static long d;
    private static int files;

    @BeforeAll
    static void register() throws SQLException, IOException {
        machine = TestMachine.start();
        machine.register(HERE, 0, 2);
        machine.register(HERE, 2, 4);
        machine.register(TestMachine.SAITAMA, 0, 2);
        var change = InventedFiles.found(1, InventedFiles.userNumber(HERE, 3), InventedFiles.digits(HERE, 103), true);
        machine.take(JobKind.RESULTS, HERE, InventedFiles.write(machine.folder().resolve("change.csv"), change));
        a = machine.subject(InventedFiles.userNumber(HERE, 0));
        b = machine.subject(InventedFiles.userNumber(HERE, 1));
        c = machine.subject(InventedFiles.userNumber(HERE, 2));
        d = machine.subject(InventedFiles.userNumber(HERE, 3));
        season = FinishedSlips.of(machine, machine.folder().resolve("post"));
        administrator = machine.superuser();
        Snapshot.take(administrator);
    }

    @AfterAll
    static void stop() throws SQLException {
        administrator.close();
        machine.close();
    }

    @BeforeEach
    void everythingIsInItsPlace() throws SQLException {
        Snapshot.putBack(administrator);
        assertThat(shown(a)).isEqualTo(InventedFiles.number(HERE, 0));
        assertThat(shown(d)).isEqualTo(InventedFiles.number(HERE, 103));
    }

    @Test
    void whateverIsMovedSwappedOrAlteredDoesNotOpenAndIsOnRecord() throws SQLException {
        for (var attack : attacks().entrySet()) {
            Snapshot.putBack(administrator);
            Sql.run(administrator, attack.getValue());
            var victim = attack.getKey().startsWith("d:") ? d : a;
            var before = refusals();

            assertThat(reveal(victim)).as(attack.getKey()).isInstanceOf(Revealed.Broken.class);
            assertThat(refusals()).as("on record: " + attack.getKey()).isEqualTo(before + 1);
        }
    }

    private static Path source() throws IOException {
        return season.parcel(List.of(
                slip(InventedFiles.userNumber(HERE, 0), ++files), slip(InventedFiles.userNumber(HERE, 3), ++files)));
    }

    private static String slip(String user, long paid) {
        return SourceSlips.slip("0", user, "番所　太郎", "ﾊﾞﾝｼﾖ ﾀﾛｳ", paid, 0);
    }

    @Test
    void aTaxFileIsNotWrittenFromAnAlteredVault() throws Exception {
        var source = source();
        var approved = season.preview(source);
        assertThat(approved.missing()).isZero();
        season.approve(approved);
        for (var attack : attacks().entrySet()) {
            if (attack.getKey().startsWith("d: both")) {
                continue;
            }
            Snapshot.putBack(administrator);
            Sql.run(administrator, attack.getValue());

            assertThatThrownBy(() -> season.preview(source))
                    .as("preview: " + attack.getKey())
                    .isInstanceOf(SealBroken.class);
            assertThatThrownBy(() -> season.write(approved))
                    .as("parcel: " + attack.getKey())
                    .isInstanceOf(SealBroken.class);
            try (var left = Files.list(season.outbox())) {
                assertThat(left).as("left after " + attack.getKey()).isEmpty();
            }
        }
        Snapshot.putBack(administrator);
        assertThat(season.opened(season.write(approved).folder()))
                .contains("0" + InventedFiles.digits(HERE, 0), "0" + InventedFiles.digits(HERE, 103));
    }

    @Test
    void whoHasTwoNumbersInForceGetsNoneOnASlip() throws Exception {
        Sql.run(administrator, "update vault.sealed_number set state = 1 where subject = " + d);

        var output = season.finished(source());

        assertThat(season.missing(output)).singleElement().satisfies(missing -> {
            assertThat(missing.userNumber()).isEqualTo(InventedFiles.userNumber(HERE, 3));
            assertThat(missing.reason()).isEqualTo("ambiguous");
        });
    }

    @Test
    void aRowGivenToAnotherAssociationIsGoneHereAndDoesNotOpenThere() throws SQLException {
        Sql.run(administrator, "update vault.sealed_number set association = 11 where subject = " + a);

        assertThat(reveal(a)).isInstanceOf(Revealed.Nothing.class);
        var there = machine.part(Vault.class)
                .reveal(machine.clerk(TestMachine.SAITAMA), Purpose.PENSION_PAYMENT, TestMachine.SAITAMA, a, "x");
        assertThat(there).isInstanceOf(Revealed.Broken.class);
    }

    @Test
    void aMovedIndexEntryNamesAnotherPersonButShowsNobodysNumber() throws SQLException {
        Sql.run(administrator, "update vault.number_index set subject = %d where subject = %d".formatted(c, a));
        var number = IndividualNumber.ofClear(InventedFiles.number(HERE, 0));

        var holder = machine.part(Vault.class).seek(machine.clerk(HERE), Purpose.PENSION_PAYMENT, HERE, number);

        // The index is derived and not sealed: the search names the wrong person, with a handle and never a number …
        assertThat(holder.orElseThrow().subject()).isEqualTo(c);
        assertThat(shown(c)).isEqualTo(InventedFiles.number(HERE, 2));
        // … an intake does not link by it but asks a person …
        var again = InventedFiles.found(7, InventedFiles.userNumber(HERE, 0), InventedFiles.digits(HERE, 0), false);
        var sheet = machine.take(
                JobKind.RESULTS, HERE, InventedFiles.write(machine.folder().resolve("again.csv"), again));
        assertThat(sheet.counts()).containsEntry("conflict", 1L).containsEntry("unchanged", 0L);
        // … and what does show a number does not ask the index.
        assertThat(shown(a)).isEqualTo(InventedFiles.number(HERE, 0));
    }

    private static Map<String, String> attacks() {
        var attacks = new LinkedHashMap<String, String>();
        attacks.put("sealed values of two people swapped", """
                update vault.sealed_number n set sealed = o.sealed from vault.sealed_number o
                 where (n.subject, o.subject) in ((%1$d, %2$d), (%2$d, %1$d))
                """.formatted(a, b));
        attacks.put("sealed value copied from another association", """
                update vault.sealed_number set sealed = (select sealed from vault.sealed_number where association = 11 limit 1)
                 where subject = %d
                """.formatted(a));
        attacks.put("pads of two people swapped", """
                update vault.sealed_number n set pad = o.pad from vault.sealed_number o
                 where (n.subject, o.subject) in ((%1$d, %2$d), (%2$d, %1$d))
                """.formatted(a, b));
        attacks.put("sealed value and pad of another person", """
                update vault.sealed_number n set pad = o.pad, sealed = o.sealed from vault.sealed_number o
                 where n.subject = %d and o.subject = %d
                """.formatted(a, c));
        attacks.put("whole rows swapped", """
                update vault.sealed_number set subject = -1 where subject = %1$d;
                update vault.sealed_number set subject = %1$d where subject = %2$d;
                update vault.sealed_number set subject = %2$d where subject = -1
                """.formatted(a, b));
        attacks.put("pad blocks swapped", """
                update vault.pad_block n set sealed = o.sealed from vault.pad_block o
                 where n.association = 28 and o.association = 28 and n.id <> o.id
                   and (select pad / 256 from vault.sealed_number where subject = %1$d) in (n.id, o.id)
                   and (select pad / 256 from vault.sealed_number where subject = %2$d) in (n.id, o.id)
                """.formatted(a, c));
        for (var change : new String[] {
            "generation = 2",
            "kind = 2",
            "key_version = 2",
            "key_version = 0",
            "key_version = -1",
            "pad = pad + 1",
            "pad = pad + 256",
            "pad = -pad",
            "pad = 0",
            "sealed = set_byte(sealed, 14, get_byte(sealed, 14) # 1)",
            "sealed = substr(sealed, 1, 20)",
            "sealed = ''"
        }) {
            attacks.put(change, "update vault.sealed_number set " + change + " where subject = " + a);
        }
        attacks.put("pad blocks gone", "delete from vault.pad_block where association = 28");
        attacks.put("pad blocks of another key version", "update vault.pad_block set key_version = 2");
        attacks.put("pad blocks of another association", "update vault.pad_block set association = 39 - association");
        attacks.put(
                "pad blocks altered",
                "update vault.pad_block set sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40))");
        attacks.put("d: the older sealed value in the place of the newer", """
                update vault.sealed_number n set sealed = o.sealed, pad = o.pad from vault.sealed_number o
                 where n.subject = %1$d and o.subject = %1$d and n.state = 1 and o.state = 2
                """.formatted(d));
        attacks.put("d: the older row as the newer", """
                delete from vault.sealed_number where subject = %1$d and state = 1;
                update vault.sealed_number set generation = 2, state = 1 where subject = %1$d
                """.formatted(d));
        attacks.put("d: both numbers in force", "update vault.sealed_number set state = 1 where subject = " + d);
        return attacks;
    }

    private static Revealed reveal(long subject) {
        return machine.part(Vault.class).reveal(machine.clerk(HERE), Purpose.PENSION_PAYMENT, HERE, subject, "case");
    }

    private static long shown(long subject) {
        return reveal(subject) instanceof Revealed.Shown(var number, var _) ? number.inTheClear() : -1;
    }

    private static long refusals() throws SQLException {
        return Sql.number(administrator, """
                select count(*) from audit.record where event = 'reveal-refused' and details like '%seal-broken%'
                """);
    }
}
