package jp.bansho.numbers.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.seal.KeyRing;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes an erased run to its end: copy of the pads, destruction of the keys, certificate. Each step may be done again
/// after a crash; the association is kept away from jobs meanwhile.
@Component
class Completion {

    private static final List<String> EMPTIED = List.of(
            "vault.sealed_number",
            "vault.pad_block",
            "vault.number_index",
            "linkage.subject",
            "intake.work_item",
            "intake.finding",
            "retention.death",
            "retention.deadline",
            "retention.hold");

    private static final int TRIES = 3;
    private static final String LOCKED = "55P03";

    private final Transactions transactions;
    private final Vault vault;
    private final KeyRing ring;
    private final Home home;
    private final HeadKeeper heads;
    private final Certificates certificates;
    private final Clock clock;

    Completion(
            Transactions transactions,
            Vault vault,
            KeyRing ring,
            Home home,
            HeadKeeper heads,
            Certificates certificates,
            Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.ring = ring;
        this.home = home;
        this.heads = heads;
        this.certificates = certificates;
        this.clock = clock;
    }

    /// Goes on from wherever the run stands. The caller keeps the association's jobs away.
    Run complete(Actor actor, Run run) {
        var at = run;
        if (at.state() == RunState.ERASED) {
            at = destroy(actor, at);
        }
        if (at.state() == RunState.DESTROYED) {
            vacuum();
            at = certify(actor, at);
        }
        return at;
    }

    private Run destroy(Actor actor, Run run) {
        var padVersion = known(run.padVersion());
        var eraser = new Scope.Eraser(run.association(), run.id());
        var folder = home.folder().resolve("pads");
        try {
            transactions
                    .read(eraser, c -> PadCopy.of(c, run.association(), padVersion + 1))
                    .write(folder);
            var destroyed = vault.destroyLeaving(actor, run.association());
            var keyAfter = destroyed.map(gone -> gone.keyEncryption().current()).orElseGet(ring::keyEncryptionId);
            forgetOlder(folder, run.association(), padVersion);
            return note(actor, run, connection -> RunTable.destroyed(connection, run.id(), keyAfter), padVersion);
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of the pads could not be written", e);
        }
    }

    /// The keys of older copies are gone; nobody can open them.
    private static void forgetOlder(Path folder, int association, int newestGone) throws IOException {
        for (var version = newestGone; version > 0; version--) {
            Files.deleteIfExists(PadCopy.file(folder, association, version));
        }
    }

    private Run certify(Actor actor, Run run) {
        var head = heads.exportedHead();
        var items = transactions.read(new Scope.Eraser(run.association(), run.id()), c -> RunTable.items(c, run.id()));
        var written = certificates.write(run, items, head);
        return transactions.recorded(new Scope.Eraser(run.association(), run.id()), connection -> {
            RunTable.certified(connection, run.id(), written, clock.instant());
            var event = new ErasureEvent.ErasureCertified(run.id(), run.number(), written);
            var done = RunTable.byId(connection, run.id()).orElseThrow();
            return new Recorded<>(done, List.of(new Entry(actor.stamp(run.association(), null, null, null), event)));
        });
    }

    @FunctionalInterface
    private interface Step {
        void on(Connection connection) throws SQLException;
    }

    private Run note(Actor actor, Run run, Step step, int padVersion) {
        return transactions.recorded(new Scope.Eraser(run.association(), run.id()), connection -> {
            step.on(connection);
            var event = new ErasureEvent.KeysGone(run.id(), padVersion);
            return new Recorded<>(
                    RunTable.byId(connection, run.id()).orElseThrow(),
                    List.of(new Entry(actor.stamp(run.association(), null, null, null), event)));
        });
    }

    /// Removes the dead rows, as far as the server allows it. For sealed halves nothing depends on it: the other
    /// half is gone. An index value alone is as good as a number for who has the index key, and PostgreSQL leaves
    /// deleted bytes in a page until something overwrites them; so the index is written anew into new files.
    /// That keeps all associations from the index for a moment: it waits a second at most, so that nobody
    /// queues behind it. The statistics are taken anew, because they quote values of rows that are gone.
    private void vacuum() {
        try (var connection = transactions.connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("set role bansho_eraser");
            statement.execute("set lock_timeout = '1s'");
            try {
                vacuum(statement, "(full) vault.number_index");
                EMPTIED.forEach(table -> vacuum(statement, "(analyze) " + table));
            } finally {
                statement.execute("reset lock_timeout");
                statement.execute("reset role");
            }
        } catch (SQLException e) {
            LoggerFactory.getLogger(Completion.class).warn("vacuum after an erasure: {}", e.getSQLState());
        }
    }

    private static void vacuum(Statement statement, String table) {
        for (var tries = 1; ; tries++) {
            try {
                statement.execute("vacuum " + table);
                return;
            } catch (SQLException e) {
                if (tries == TRIES || !LOCKED.equals(e.getSQLState())) {
                    LoggerFactory.getLogger(Completion.class)
                            .warn("not compacted after an erasure: {} ({})", table, e.getSQLState());
                    return;
                }
            }
        }
    }

    private static int known(@Nullable Integer version) {
        if (version == null) {
            throw new IllegalStateException("an erased run names the pad key it destroys");
        }
        return version;
    }
}
