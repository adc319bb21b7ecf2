package jp.bansho.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The line between machine and database, to be cut, slowed, or made to swallow everything.
final class Relay implements AutoCloseable {

    /// How the line is.
    enum Mode {
        PASSES,
        CUT,
        SWALLOWS,
        SLOW
    }

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.PASSES;

    Relay(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Changes the line; a cut one drops what is connected.
    void set(Mode next) {
        mode = next;
        if (next == Mode.CUT) {
            drop();
        }
    }

    /// Drops all connections.
    void drop() {
        open.forEach(Relay::shut);
        open.clear();
    }

    private void accept() {
        while (!door.isClosed()) {
            connect();
        }
    }

    private void connect() {
        try {
            var client = door.accept();
            if (mode == Mode.CUT) {
                shut(client);
                return;
            }
            var server = new Socket();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            Thread.ofVirtual().start(() -> pump(client, server));
            Thread.ofVirtual().start(() -> pump(server, client));
        } catch (IOException e) {
            return; // the door was closed, or the database is away
        }
    }

    private void pump(Socket from, Socket to) {
        var bytes = new byte[1 << 14];
        try (from;
                to) {
            for (var read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                if (mode == Mode.SLOW) {
                    Wait.pause(15);
                }
                if (mode != Mode.SWALLOWS) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            return; // one side is gone, and with it the other
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            return; // gone already
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        drop();
    }
}
