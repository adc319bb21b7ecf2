package jp.bansho.numbers.taxfile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.linkage.Association;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Linkage.Extent;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Vault;
import org.springframework.stereotype.Component;

/// Brings who (linkage) and what (vault) together for one run: two streams at the same time, in any
/// order, joined by the person's handle.
@Component
class NumberBook {

    private static final int REPORT_EVERY = 1 << 16;

    private final Transactions transactions;
    private final Linkage linkage;
    private final Vault vault;

    NumberBook(Transactions transactions, Linkage linkage, Vault vault) {
        this.transactions = transactions;
        this.linkage = linkage;
        this.vault = vault;
    }

    NumberMap read(Scope.Federation scope, Progress progress) {
        var extent = transactions.read(scope, linkage::extent);
        var map = new NumberMap(extent.people(), extent.first(), extent.last());
        try (var thread = Executors.newSingleThreadExecutor()) {
            var links = thread.submit(() -> transactions.read(scope, connection -> link(connection, extent, map)));
            try {
                transactions.read(scope, connection -> number(connection, extent, map, progress));
                links.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } finally {
                links.cancel(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return map;
    }

    /// The patterns of all associations' user numbers.
    List<IdentifierPattern<UserNumber>> userNumbers(Scope.Federation scope) {
        return transactions.read(scope, linkage::associations).values().stream()
                .map(Association::userNumbers)
                .toList();
    }

    /// People who were added after the extent was read are not in this run.
    private boolean link(Connection connection, Extent extent, NumberMap map) throws SQLException {
        linkage.stream(connection, (id, userNumber, length) -> {
            if (extent.holds(id)) {
                map.link(NumberMap.pack(userNumber, 0, length), NumberMap.pack(userNumber, 8, length), id);
            }
        });
        return true;
    }

    private boolean number(Connection connection, Extent extent, NumberMap map, Progress progress) throws SQLException {
        var read = new AtomicLong();
        vault.stream(connection, (subject, clear) -> {
            if (extent.holds(subject)) {
                map.number(subject, clear);
            }
            if (read.incrementAndGet() % REPORT_EVERY == 0) {
                progress.at(read.get(), read.get(), extent.people());
            }
        });
        return true;
    }
}
