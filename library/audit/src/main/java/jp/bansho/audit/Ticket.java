package jp.bansho.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One caller's place in the queue of [GroupCommit]: its act, what came of it, and where the caller waits.
final class Ticket<T extends @Nullable Object> {

    private sealed interface Reply<T extends @Nullable Object> {
        record Done<T extends @Nullable Object>(T value) implements Reply<T> {}

        record Failed<T extends @Nullable Object>(Throwable why) implements Reply<T> {}
    }

    private final Act<T> act;
    private final CompletableFuture<Reply<T>> reply = new CompletableFuture<>();
    private @Nullable Outcome<T> outcome;

    Ticket(Act<T> act) {
        this.act = act;
    }

    /// Performs the act and keeps its value back.
    List<Entry> perform(Connection connection) throws SQLException {
        var performed = act.perform(connection);
        outcome = performed;
        return performed.entries();
    }

    /// Hands the value to the caller; only after the commit.
    void release() {
        var performed = outcome;
        reply.complete(
                performed == null
                        ? new Reply.Failed<>(new IllegalStateException("the act was not performed"))
                        : new Reply.Done<>(performed.value()));
    }

    void fail(Throwable why) {
        reply.complete(new Reply.Failed<>(why));
    }

    /// Waits for the reply; an interrupt does not end the waiting and stays set.
    T await() throws SQLException {
        return switch (reply.join()) {
            case Reply.Done<T>(T value) -> value;
            case Reply.Failed<T>(Throwable why) -> throw thrown(why);
        };
    }

    private static SQLException thrown(Throwable why) {
        return switch (why) {
            case SQLException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> new SQLException("the act failed", e);
        };
    }
}
