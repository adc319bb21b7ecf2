package jp.bansho.bench.peers;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Runs one peer in a process of its own: `PeerMain jpa|shardingsphere|pgcrypto URL USER ROWS WARM-UP-ROWS ROUNDS`.
///
/// Works the warm-up rows off, empties the tables, then does the rounds. Before each it writes `begin`, after it
/// `end <tab> rows <tab> seconds`; the benchmark listens and reads the processor time in between.
public final class PeerMain {

    private PeerMain() {}

    /// Runs the command.
    public static void main(String[] arguments) throws Exception {
        var url = arguments[1];
        var user = arguments[2];
        var rows = Path.of(arguments[3]);
        var warmUp = Path.of(arguments[4]);
        try (var peer = open(arguments[0], url, user)) {
            peer.load(warmUp);
            for (var round = Integer.parseInt(arguments[5]); round > 0; round--) {
                empty(peer, url, user);
                say("begin");
                var began = System.nanoTime();
                var count = peer.load(rows);
                say("end\t" + count + "\t" + (System.nanoTime() - began) / 1e9);
            }
        }
    }

    private static Peer open(String name, String url, String user) throws Exception {
        PeerTables.make(url, user);
        return switch (name) {
            case "jpa" -> new JpaPeer(url, user);
            case "shardingsphere" -> new ShardingSpherePeer(url, user);
            case "pgcrypto" -> new PgcryptoPeer(url, user);
            default -> throw new IllegalArgumentException("no such peer");
        };
    }

    private static void empty(Peer peer, String url, String user) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", peer.tables()));
            statement.execute("checkpoint");
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
