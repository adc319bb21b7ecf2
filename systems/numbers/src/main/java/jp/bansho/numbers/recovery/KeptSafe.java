package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.bansho.machine.Home;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.erasure.PadCopy;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.BeforeDestruction;
import org.springframework.stereotype.Component;

/// Keeps earlier backups usable when a key is given up: the pads as they are now lie beside the keys, and no sealing
/// key goes before what was sealed anew is safe outside the server (S4).
@Component
final class KeptSafe implements BeforeDestruction {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(100);

    private final Transactions transactions;
    private final Home home;

    KeptSafe(Transactions transactions, Home home) {
        this.transactions = transactions;
        this.home = home;
    }

    @Override
    public void keepPads(Connection keeper, int association, int version) throws SQLException {
        try {
            PadCopy.of(keeper, association, version).write(home.pads());
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of the pads could not be written", e);
        }
    }

    @Override
    public boolean safe(Instant proved) {
        var mark = transactions.read(new Scope.Operator(), c -> BackupTable.mark(c, proved));
        if (mark.safe()) {
            return true;
        }
        for (var end = System.nanoTime() + PATIENCE; mark.archiving() && System.nanoTime() < end; ) {
            if (transactions.read(new Scope.Operator(), c -> BackupTable.archived(c, mark.written()))) {
                return true;
            }
            LockSupport.parkNanos(MOMENT);
        }
        return false;
    }
}
