package jp.bansho.numbers.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.bansho.machine.StoreBroken;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many clerks at once, and transactions that fail: one wins, nothing is half done, no pad is used twice.
class AtTheSameTimeTest {

    private static final int HERE = Terminal.HERE;

    private Terminal terminal;

    @BeforeEach
    void start() throws SQLException {
        terminal = new Terminal();
    }

    @AfterEach
    void stop() throws SQLException {
        terminal.close();
    }

    @Test
    void ofManyWhoRegisterTheSameNumberOneWins() throws Exception {
        var outcomes = atOnce(IntStream.range(0, 8)
                .<Callable<Outcome>>mapToObj(i -> () -> terminal.register(Terminal.recipient(10 + i, 1)))
                .toList());

        assertThat(outcomes.stream().filter(outcome -> outcome instanceof Outcome.Done))
                .hasSize(1);
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome instanceof Outcome.Refused)
                        .map(Terminal::why))
                .hasSize(7)
                .containsOnly(Refusal.HELD_BY_ANOTHER);
        assertThat(terminal.count("from linkage.subject")).isEqualTo(2);
        assertThat(terminal.count("from vault.sealed_number")).isEqualTo(2);
        assertThat(terminal.count("from audit.record where event = 'person-registered'"))
                .isEqualTo(1);
    }

    @Test
    void ofManyWhoRegisterTheSameUserNumberOneWins() throws Exception {
        var outcomes = atOnce(IntStream.range(0, 8)
                .<Callable<Outcome>>mapToObj(i -> () -> terminal.register(Terminal.recipient(1, 10 + i)))
                .toList());

        assertThat(outcomes.stream().filter(outcome -> outcome instanceof Outcome.Done))
                .hasSize(1);
        assertThat(terminal.count("from linkage.subject where user_number = '2800000001'"))
                .isEqualTo(1);
        assertThat(terminal.count("from vault.sealed_number")).isEqualTo(2);
        assertThat(terminal.count("from vault.number_index")).isEqualTo(2);
    }

    @Test
    void whomAnotherMachineRegistersInTheSameMomentIsMetAndNotRegisteredTwice() throws Exception {
        try (var other = terminal.machine.superuser();
                var callers = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            Sql.run(other, """
                    insert into linkage.subject (id, association, kind, pension_use, tax_use, user_number)
                    values (7, 28, 1, true, false, '2800000001')
                    """);
            var waiting = callers.submit(() -> terminal.register(Terminal.recipient(1, 1)));
            while (terminal.count("from pg_locks where not granted") == 0) {
                Thread.onSpinWait();
            }
            other.commit();

            assertThat(Terminal.why(waiting.get())).isEqualTo(Refusal.USER_NUMBER_TAKEN);
        }
        assertThat(terminal.count("from vault.sealed_number")).isEqualTo(1);
    }

    @Test
    void ofTwoWhoChangeTheSamePersonOneIsTold() throws Exception {
        var subject = terminal.registered(1);
        var version = terminal.version(subject);

        var outcomes = atOnce(List.of(
                () -> terminal.changeNumber(subject, version, 51), () -> terminal.changeNumber(subject, version, 52)));

        assertThat(outcomes.stream().filter(outcome -> outcome instanceof Outcome.Done))
                .hasSize(1);
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome instanceof Outcome.Refused)
                        .map(Terminal::why))
                .containsExactly(Refusal.CHANGED_MEANWHILE);
        assertThat(terminal.count("from vault.sealed_number where state = 1 and subject = " + subject))
                .isEqualTo(1);
    }

    @Test
    void threeHundredWhoComeOneByOneShareTwoBlocksOfPads() throws Exception {
        var blocks = terminal.count("from vault.pad_block");

        for (var i = 0; i < 300; i++) {
            terminal.registered(1000 + i);
        }

        assertThat(terminal.count("from vault.pad_block")).isEqualTo(blocks + 2);
        assertThat(terminal.count("from vault.sealed_number")).isEqualTo(301);
        assertThat(Sql.number(terminal.administrator, "select count(distinct pad) from vault.sealed_number"))
                .isEqualTo(301);
        assertThat(terminal.inForce(terminal.machine.subject(InventedFiles.userNumber(HERE, 1000))))
                .isEqualTo(InventedFiles.number(HERE, 1000));
        assertThat(terminal.inForce(terminal.machine.subject(InventedFiles.userNumber(HERE, 1299))))
                .isEqualTo(InventedFiles.number(HERE, 1299));
    }

    /// A number whose transaction failed may still lie in the write-ahead log under its pad; a trigger sees what was
    /// tried, whatever becomes of it.
    @Test
    void aPadOfATransactionThatFailedIsNeverUsedAgain() throws Exception {
        Sql.run(terminal.administrator, """
                create sequence public.tried;
                create function public.fails_at_times() returns trigger language plpgsql as
                $$ begin
                    perform setval('public.tried', new.pad + 1);
                    if nextval('public.turn') % 3 = 0 then raise exception using errcode = '53100'; end if;
                    return new;
                end $$;
                create sequence public.turn;
                grant all on sequence public.tried, public.turn to public;
                create constraint trigger fails_at_times after insert on vault.sealed_number
                deferrable initially deferred for each row execute function public.fails_at_times()
                """);
        var tried = new ArrayList<Long>();
        var failed = 0;
        for (var i = 0; i < 30; i++) {
            try {
                terminal.registered(100 + i);
            } catch (StoreBroken broken) {
                assertThat(broken.state()).isEqualTo("53100");
                failed++;
            }
            tried.add(Sql.number(terminal.administrator, "select last_value from public.tried"));
        }

        assertThat(failed).isEqualTo(10);
        assertThat(new HashSet<>(tried)).as("pads that were tried").hasSameSizeAs(tried);
        assertThat(terminal.count("from linkage.subject")).isEqualTo(21);
        assertThat(terminal.count("from vault.number_index")).isEqualTo(21);
        assertThat(terminal.count("from audit.record where event = 'number-registered'"))
                .isEqualTo(20);
    }

    @Test
    void afterARestartTheOpenBlockIsLeftAlone() throws Exception {
        terminal.registered(1);
        terminal.machine.stop();
        terminal.machine.again();
        terminal.registered(2);
        terminal.machine.kill();
        terminal.machine.again();
        terminal.registered(3);

        assertThat(Sql.number(terminal.administrator, "select count(distinct pad / 256) from vault.sealed_number"))
                .isEqualTo(4);
        assertThat(Sql.number(terminal.administrator, "select count(distinct pad) from vault.sealed_number"))
                .isEqualTo(4);
    }

    @Test
    void withoutARecordNobodyIsRegistered() throws Exception {
        Sql.run(terminal.administrator, "revoke insert on audit.record from bansho_app");

        assertThatThrownBy(() -> terminal.register(Terminal.recipient(1, 1))).isInstanceOf(StoreBroken.class);
        assertThat(terminal.count("from linkage.subject")).isEqualTo(1);
        assertThat(terminal.count("from vault.sealed_number")).isEqualTo(1);
    }

    private static List<Outcome> atOnce(List<Callable<Outcome>> calls) throws Exception {
        var begin = new CountDownLatch(1);
        try (var callers = Executors.newFixedThreadPool(calls.size())) {
            var replies = calls.stream()
                    .map(call -> callers.submit(() -> {
                        begin.await();
                        return call.call();
                    }))
                    .toList();
            begin.countDown();
            var outcomes = new ArrayList<Outcome>();
            for (var reply : replies) {
                outcomes.add(reply.get());
            }
            return outcomes;
        }
    }
}
