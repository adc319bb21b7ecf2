package jp.bansho.numbers.taxfile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.numbers.linkage.Association;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Transactions;
import jp.bansho.numbers.vault.Vault;
import org.springframework.stereotype.Component;

/// Brings who (linkage) and what (vault) together for one run: two streams, both ordered by person, merged by handle.
@Component
class NumberBook {

    private static final int PART = 8192;

    private final Transactions transactions;
    private final Linkage linkage;
    private final Vault vault;

    NumberBook(Transactions transactions, Linkage linkage, Vault vault) {
        this.transactions = transactions;
        this.linkage = linkage;
        this.vault = vault;
    }

    /// Part of the linkage stream: handle and packed user number of each person.
    private static final class Part {
        final long[] ids = new long[PART];
        final long[] heads = new long[PART];
        final long[] tails = new long[PART];
        /// How many are filled; 0 ends the stream, -1 says that it broke off.
        int length;

        /// Those without a number are entered as well, so that a user number two associations use is seen.
        void enter(NumberMap map, int at, long number) {
            map.put(heads[at], tails[at], number);
        }
    }

    /// The patterns of all associations' user numbers.
    List<IdentifierPattern<UserNumber>> userNumbers(Scope.Federation scope) {
        return transactions.read(scope, linkage::associations).values().stream()
                .map(Association::userNumbers)
                .toList();
    }

    NumberMap read(Scope.Federation scope) {
        var people = transactions.read(scope, NumberBook::count);
        var map = new NumberMap(people);
        BlockingQueue<Part> parts = new ArrayBlockingQueue<>(16);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var links = thread.submit(() -> {
                try {
                    return transactions.read(scope, connection -> link(connection, parts));
                } catch (RuntimeException e) {
                    send(parts, new Part(), -1);
                    throw e;
                }
            });
            try {
                transactions.read(scope, connection -> join(connection, parts, map));
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

    private boolean link(Connection connection, BlockingQueue<Part> parts) throws SQLException {
        var filling = new Object() {
            Part part = new Part();
            int at;
        };
        linkage.stream(connection, (id, association, userNumber, length) -> {
            if (filling.at == PART) {
                send(parts, filling.part, PART);
                filling.part = new Part();
                filling.at = 0;
            }
            filling.part.ids[filling.at] = id;
            filling.part.heads[filling.at] = NumberMap.pack(userNumber, 0, length);
            filling.part.tails[filling.at++] = NumberMap.pack(userNumber, 8, length);
        });
        send(parts, filling.part, filling.at);
        send(parts, new Part(), 0);
        return true;
    }

    private boolean join(Connection connection, BlockingQueue<Part> parts, NumberMap map) throws SQLException {
        var reading = new Object() {
            Part part = new Part();
            int at;
            boolean ended;
        };
        vault.stream(connection, (subject, clear) -> {
            while (!reading.ended) {
                if (reading.at == reading.part.length) {
                    reading.part = take(parts);
                    reading.at = 0;
                    reading.ended = reading.part.length == 0;
                    continue;
                }
                var id = reading.part.ids[reading.at];
                if (id > subject) {
                    return;
                }
                reading.part.enter(map, reading.at++, id == subject ? clear : NumberMap.ABSENT);
                if (id == subject) {
                    return;
                }
            }
        });
        while (!reading.ended) {
            for (; reading.at < reading.part.length; reading.at++) {
                reading.part.enter(map, reading.at, NumberMap.ABSENT);
            }
            reading.part = take(parts);
            reading.at = 0;
            reading.ended = reading.part.length == 0;
        }
        return true;
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from linkage.subject where state = 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void send(BlockingQueue<Part> parts, Part part, int length) {
        part.length = length;
        try {
            parts.put(part);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Part take(BlockingQueue<Part> parts) {
        try {
            var part = parts.take();
            if (part.length < 0) {
                throw new IllegalStateException("the linkage's stream stopped");
            }
            return part;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
