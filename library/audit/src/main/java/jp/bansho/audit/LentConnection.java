package jp.bansho.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.Arrays;
import java.util.Set;

/// A connection that an act may use but not end: what would part the act from its record is refused.
final class LentConnection {

    private static final Set<String> REFUSED = Set.of("commit", "close", "abort", "setAutoCommit");

    private LentConnection() {}

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    boolean rollback = method.getName().equals("rollback")
                            && !Arrays.equals(method.getParameterTypes(), new Class<?>[] {Savepoint.class});
                    if (rollback || REFUSED.contains(method.getName())) {
                        throw new IllegalStateException("an act may not call " + method.getName());
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
