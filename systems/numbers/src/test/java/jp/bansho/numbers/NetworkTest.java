package jp.bansho.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.bansho.audit.AuditEvent;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.layout.Layout;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.seal.KeyRing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The number machine opens no connection but to its own database. Nobody can connect to it but terminals, while it
/// serves them, on one port (N11, S3).
class NetworkTest {

    /// What a class file names if it wants to reach another machine or be reached.
    private static final List<String> WAYS_OUT = List.of(
            "java/net/Socket",
            "java/net/ServerSocket",
            "java/net/DatagramSocket",
            "java/net/MulticastSocket",
            "java/net/URLConnection",
            "java/net/HttpURLConnection",
            "java/net/http/",
            "java/net/URL",
            "java/net/InetAddress",
            "java/nio/channels/SocketChannel",
            "java/nio/channels/ServerSocketChannel",
            "java/nio/channels/DatagramChannel",
            "java/nio/channels/AsynchronousSocketChannel",
            "javax/net/",
            "java/rmi/",
            "javax/naming/",
            "java/lang/ProcessBuilder",
            "org/springframework/web/client/",
            "org/springframework/web/reactive/",
            "org/springframework/web/socket/",
            "org/springframework/http/client/");

    /// Classes that start a program of this machine: the JDK's keytool, once, for the server's own certificate; and
    /// PostgreSQL, on a free port of the loopback address, while an operator restores a backup.
    private static final List<String> START_A_PROGRAM = List.of("OwnCertificate.class", "RecoveringServer.class");

    private static final Pattern CLIENTS =
            Pattern.compile("(?i)httpclient|httpcore|okhttp|netty|jetty|undertow|webflux|restclient|retrofit"
                    + "|grpc|kafka|amqp|redis|mongo|aws|azure|mail|jgit|opentelemetry-exporter|ldap");

    private static final String LISTENING = "0A";

    @Test
    void ownCodeNamesNoWayOut() throws IOException {
        for (var type :
                List.of(NumbersMachine.class, AuditEvent.class, IndividualNumber.class, Layout.class, KeyRing.class)) {
            try (var classes = Classes.of(type);
                    var files = Files.walk(classes.root())) {
                var found = files.filter(file -> file.toString().endsWith(".class"))
                        .filter(file -> file.toString().contains("bansho"))
                        .toList();
                assertThat(found).isNotEmpty();
                for (var file : found) {
                    var constants = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (START_A_PROGRAM.stream().anyMatch(file::endsWith)) {
                        continue;
                    }
                    assertThat(WAYS_OUT.stream().filter(constants::contains))
                            .as(file.getFileName().toString())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void noJarOnTheMachineIsMadeToTalkToOthers() throws IOException {
        var jars = Files.readAllLines(Path.of("src/test/golden/jars.txt"));
        assertThat(jars).hasSizeGreaterThan(10);
        assertThat(jars).noneMatch(jar -> CLIENTS.matcher(jar).find());
    }

    @Test
    void theRunningMachineListensNowhereAndSpeaksOnlyToItsDatabase() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 3);
            var database = port(machine.database().url());

            var sockets = ownSockets();

            assertThat(sockets).as("sockets of this process").isNotEmpty();
            assertThat(sockets).noneMatch(socket -> socket.state().equals(LISTENING));
            assertThat(sockets.stream().map(Socket::remotePort).collect(Collectors.toSet()))
                    .isEqualTo(Set.of(database));
        }
    }

    @Test
    void aServingMachineListensOnItsOnePortAndStillSpeaksOnlyToItsDatabase() throws Exception {
        try (var office = new Office()) {
            office.machine().register(TestMachine.HYOGO, 0, 3);
            var database = port(office.machine().database().url());
            var own = port(office.machine().origin() + "/");

            var sockets = ownSockets();

            assertThat(sockets.stream()
                            .filter(socket -> socket.state().equals(LISTENING))
                            .map(Socket::localPort))
                    .containsExactly(own);
            assertThat(sockets.stream()
                            .filter(socket -> !socket.state().equals(LISTENING))
                            .map(Socket::remotePort)
                            .collect(Collectors.toSet()))
                    .isEqualTo(Set.of(database));
        }
    }

    private static int port(String url) {
        var port = Pattern.compile(":(\\d+)/").matcher(url);
        return port.find() ? Integer.parseInt(port.group(1)) : 5432;
    }

    /// The classes beside a class: a folder, or a jar opened like one.
    private record Classes(Path root, @Nullable FileSystem jar) implements AutoCloseable {

        static Classes of(Class<?> type) throws IOException {
            var place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().getPath());
            if (Files.isDirectory(place)) {
                return new Classes(place, null);
            }
            var jar = FileSystems.newFileSystem(place);
            return new Classes(jar.getPath("/"), jar);
        }

        @Override
        public void close() throws IOException {
            if (jar != null) {
                jar.close();
            }
        }
    }

    private record Socket(String state, int localPort, int remotePort) {}

    /// What the kernel says of this process: all its TCP sockets.
    private static List<Socket> ownSockets() throws IOException {
        var inodes = new TreeSet<String>();
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            descriptors.forEach(descriptor -> {
                try {
                    inodes.add(Files.readSymbolicLink(descriptor).toString());
                } catch (NoSuchFileException e) {
                    inodes.add("closed meanwhile");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        var sockets = new ArrayList<Socket>();
        for (var table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            if (!Files.exists(Path.of(table))) {
                continue;
            }
            var lines = Files.readAllLines(Path.of(table));
            for (var line : lines.subList(1, lines.size())) {
                var columns = line.strip().split("\\s+", -1);
                if (inodes.contains("socket:[" + columns[9] + "]")) {
                    var remote = columns[2].substring(columns[2].indexOf(':') + 1);
                    var local = columns[1].substring(columns[1].indexOf(':') + 1);
                    sockets.add(
                            new Socket(columns[3], HexFormat.fromHexDigits(local), HexFormat.fromHexDigits(remote)));
                }
            }
        }
        return sockets;
    }
}
