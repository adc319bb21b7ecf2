package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.PGStream;
import org.postgresql.core.QueryExecutorBase;

/// Runs one replication command whose answer is a mixture of result sets and a copy stream.
///
/// The driver's own copy calls give up at the first result set that comes before the copy stream, which is how
/// `BASE_BACKUP` begins. Login, TLS and passwords stay the driver's business; only the messages of this one answer are
/// read here, from the driver's stream, up to the end of the answer, so that the connection can be used on.
final class ServerStream {

    private final PGStream stream;

    ServerStream(Connection connection) throws SQLException {
        try {
            var field = QueryExecutorBase.class.getDeclaredField("pgStream");
            field.setAccessible(true);
            this.stream =
                    (PGStream) field.get(connection.unwrap(BaseConnection.class).getQueryExecutor());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of the driver keeps its stream elsewhere", e);
        }
    }

    /// Takes the bytes of the copy stream, one message after the other.
    @FunctionalInterface
    interface Sink {
        void message(byte[] bytes, int length) throws IOException;
    }

    /// Runs a command.
    ///
    /// @return the rows of its result sets, as text, in order
    List<List<String>> run(String command, Sink sink) throws SQLException, IOException {
        var text = command.getBytes(StandardCharsets.UTF_8);
        stream.sendChar('Q');
        stream.sendInteger4(4 + text.length + 1);
        stream.send(text);
        stream.sendChar(0);
        stream.flush();
        var rows = new ArrayList<List<String>>();
        var buffer = new byte[1 << 16];
        @Nullable SQLException failed = null;
        while (true) {
            var type = stream.receiveChar();
            var length = stream.receiveInteger4() - 4;
            if (length > buffer.length) {
                buffer = new byte[length];
            }
            stream.receive(buffer, 0, length);
            switch (type) {
                case 'd' -> sink.message(buffer, length);
                case 'D' -> rows.add(row(ByteBuffer.wrap(buffer, 0, length)));
                case 'E' -> failed = failure(buffer, length);
                case 'Z' -> {
                    if (failed != null) {
                        throw failed;
                    }
                    return rows;
                }
                default -> {
                    // descriptions of rows, notices, ends of single results
                }
            }
        }
    }

    private static List<String> row(ByteBuffer message) {
        var fields = new ArrayList<String>();
        for (var left = message.getShort(); left > 0; left--) {
            var bytes = new byte[Math.max(0, message.getInt())];
            message.get(bytes);
            fields.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return fields;
    }

    /// The state code alone: a server's message may quote what it should not.
    private static SQLException failure(byte[] message, int length) {
        var state = "";
        for (var field : new String(message, 0, length, StandardCharsets.UTF_8).split("\0", -1)) {
            if (field.startsWith("C")) {
                state = field.substring(1);
            }
        }
        return new SQLException("the server refused", state);
    }
}
