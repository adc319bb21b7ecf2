package jp.bansho.numbers.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.seal.FileKeyHolder;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeysRefused;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.SealedNumbers;
import jp.bansho.seal.Sealer;
import jp.bansho.testing.NumberHunt;
import jp.bansho.testing.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// After an erasure nothing gives the number back: not the files of the database with their dead rows, not the
/// write-ahead log, not the home folder, and not a backup from before the run, restored beside all keys that still
/// exist. Everybody else is served from that backup, with the copy of the pads that the run left (R3).
class ErasedMeansErasedTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int PEOPLE = 600;
    private static final int[] ERASED = {3, 290, 599};

    private static Path folder;
    private static PostgresServer server;
    private static @Nullable PostgresServer restored;
    private static TestMachine machine;
    private static Path oldRing;
    private static final List<Long> GONE = new ArrayList<>();
    private static final List<byte[]> PADS = new ArrayList<>();
    private static final List<byte[]> TAGS = new ArrayList<>();
    private static NumberHunt hunt;

    @BeforeAll
    static void backUpThenErase() throws Exception {
        folder = Files.createTempDirectory("erased");
        server = PostgresServer.embedded(folder.resolve("data"), Map.of());
        machine = TestMachine.on(server);
        machine.register(HERE, 0, PEOPLE);
        hunt = new NumberHunt(Arrays.stream(ERASED)
                .mapToLong(i -> InventedFiles.number(HERE, i))
                .toArray());
        rememberTheHalves();
        backUp();
        oldRing = Files.copy(
                machine.home().keyRing(), folder.resolve("key-ring-of-the-backup"), StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(machine.part(Vault.class).rebuildIndex(machine.clerk(HERE), HERE))
                .isEqualTo(PEOPLE);

        var office = new Registrar(machine);
        for (var i : ERASED) {
            office.died(i);
        }
        assertThat(office.erased().people()).isEqualTo(ERASED.length);
        machine.stop();
        try (var administrator = machine.superuser()) {
            Sql.run(administrator, "checkpoint");
        }
    }

    @AfterAll
    static void close() throws IOException {
        machine.close();
        server.close();
        if (restored != null) {
            restored.close();
        }
        delete(folder);
    }

    /// What an attacker would look for, taken while the keys could still open it.
    private static void rememberTheHalves() throws SQLException {
        var ring = ring(machine.home().keyRing());
        try (var administrator = machine.superuser()) {
            for (var i : ERASED) {
                var subject = machine.subject(InventedFiles.userNumber(HERE, i));
                GONE.add(subject);
                var pad = Sql.number(administrator, "select pad from vault.sealed_number where subject = " + subject);
                var block = block(administrator, pad / PadBlock.PADS, new Sealer(ring.secretKey(pads(1))), 1);
                var value = block.pad((int) (pad % PadBlock.PADS));
                PADS.add(HexFormat.of().parseHex("%010x".formatted(value)));
                PADS.add(HexFormat.of().parseHex("%010x".formatted(value ^ InventedFiles.number(HERE, i))));
                TAGS.add(HexFormat.of()
                        .parseHex(Sql.rows(
                                        administrator,
                                        "select replace(tag::text, '-', '') from vault.number_index where subject = "
                                                + subject)
                                .getFirst()));
            }
        }
    }

    /// As PostgreSQL's base backup makes one: everything but the contents of unlogged tables.
    private static void backUp() throws Exception {
        List<String> unlogged;
        try (var administrator = machine.superuser()) {
            Sql.run(administrator, "checkpoint");
            unlogged = Sql.rows(administrator, """
                    select pg_relation_filepath(oid) from pg_class where relpersistence = 'u' and relkind in ('r', 'i')
                    """);
        }
        assertThat(unlogged).hasSizeGreaterThanOrEqualTo(4);
        machine.stop();
        kill(folder.resolve("data"));
        server.close();
        var from = folder.resolve("data");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var name = from.relativize(file).toString();
                if (!unlogged.contains(name.replaceFirst("_(fsm|vm)$", "")) && !name.equals("postmaster.pid")) {
                    Files.copy(file, folder.resolve("backup").resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        server = PostgresServer.embedded(folder.resolve("data"), Map.of());
        machine.movedTo(server);
    }

    @Test
    void noFileOfTheDatabaseAndNoneOfTheHomeHoldsTheNumberOrAnOpenHalf() throws IOException {
        assertThat(found(folder.resolve("data")))
                .as("live files, dead rows, indexes, write-ahead log")
                .isEmpty();
        assertThat(found(machine.home().folder()))
                .as("keys, heads, pads, certificates, logs")
                .isEmpty();
        assertThat(found(folder.resolve("backup"))).as("the backup").isEmpty();
    }

    /// The index values lie in unlogged tables alone; those were written anew, and no log or backup ever had them.
    @Test
    void noFileHoldsAnIndexValueOfTheErased() throws IOException {
        for (var place : List.of("data", "backup")) {
            for (var file : files(folder.resolve(place))) {
                var bytes = Files.readAllBytes(file);
                assertThat(TAGS).as(file.toString()).noneMatch(tag -> indexOf(bytes, tag) >= 0);
            }
        }
    }

    @Test
    void theKeyRingOfTheBackupDoesNotOpenAnyMore() {
        var holder = new FileKeyHolder(machine.home().keyEncryptionKey());
        assertThatThrownBy(() -> KeyRing.open(oldRing, holder)).isInstanceOf(KeysRefused.class);
    }

    @Test
    void aRestoredBackupAndAllKeysThatExistDoNotGiveTheNumberBackAndServeEverybodyElse() throws Exception {
        var second = PostgresServer.embedded(folder.resolve("backup"), Map.of());
        restored = second;
        var name = machine.database().url().substring(machine.database().url().lastIndexOf('/') + 1);
        var ring = ring(machine.home().keyRing());
        var copy = PadCopy.read(PadCopy.file(machine.home().folder().resolve("pads"), HERE, 2));
        var living = new HashMap<Long, PadBlock>();
        for (var block : copy.blocks()) {
            living.put(
                    block.id(),
                    PadBlock.open(
                            new Sealer(ring.secretKey(pads(2))), block.sealed(), HERE, block.keyVersion(), block.id()));
        }
        try (var connection = second.administrator().named(name).connect()) {
            assertThat(Sql.number(
                            connection,
                            "select count(*) from vault.sealed_number where subject = any('{"
                                    + String.join(
                                            ",",
                                            GONE.stream().map(String::valueOf).toList()) + "}')"))
                    .as("the backup does hold the old rows")
                    .isEqualTo(ERASED.length);
            assertThat(Sql.number(connection, "select count(*) from vault.number_index"))
                    .isZero();
            noKeyOpensAnOldPadBlock(connection, ring);
            var seal =
                    new SealedNumbers(new Sealer(ring.secretKey(new KeyName(KeyPurpose.NUMBER_SEAL, HERE, 1))), HERE);
            var served = 0;
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            select n.subject, n.generation, n.kind, n.key_version, n.pad, n.sealed, s.user_number
                              from vault.sealed_number n join linkage.subject s on s.id = n.subject
                            """)) {
                while (row.next()) {
                    var pad = row.getLong(5);
                    var place =
                            new SealedNumbers.Place(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4), pad);
                    var mask = Objects.requireNonNull(living.get(pad / PadBlock.PADS))
                            .pad((int) (pad % PadBlock.PADS));
                    var sealed = row.getBytes(6);
                    if (GONE.contains(row.getLong(1))) {
                        assertThatThrownBy(() -> seal.open(sealed, mask, place)).isInstanceOf(SealBroken.class);
                    } else {
                        var person = Integer.parseInt(row.getString(7).substring(2));
                        assertThat(seal.open(sealed, mask, place)).isEqualTo(InventedFiles.number(HERE, person));
                        served++;
                    }
                }
            }
            assertThat(served).isEqualTo(PEOPLE - ERASED.length);
        }
    }

    private static void noKeyOpensAnOldPadBlock(Connection connection, KeyRing ring) throws SQLException {
        assertThat(ring.names()).doesNotContain(pads(1));
        var blocks = Sql.rows(connection, "select id from vault.pad_block where association = " + HERE);
        assertThat(blocks).isNotEmpty();
        for (var name : ring.names()) {
            if (name.purpose() == KeyPurpose.AUDIT_SIGNING) {
                continue;
            }
            var sealer = new Sealer(new SecretKeySpec(ring.secretKey(name).getEncoded(), "AES"));
            for (var block : blocks) {
                for (var version : new int[] {1, 2}) {
                    assertThatThrownBy(() -> block(connection, Long.parseLong(block), sealer, version))
                            .as(name.written())
                            .isInstanceOf(SealBroken.class);
                }
            }
        }
    }

    private static PadBlock block(Connection connection, long id, Sealer sealer, int version) throws SQLException {
        try (var statement = connection.prepareStatement("select sealed from vault.pad_block where id = ?")) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                return PadBlock.open(sealer, row.getBytes(1), HERE, version, id);
            }
        }
    }

    private static List<String> found(Path place) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(place)) {
            var bytes = Files.readAllBytes(file);
            if (hunt.in(bytes) || PADS.stream().anyMatch(pad -> indexOf(bytes, pad) >= 0)) {
                found.add(file.toString());
            }
        }
        return found;
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (var at = 0; at <= bytes.length - part.length; at++) {
            if (bytes[at] == part[0] && Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    private static KeyRing ring(Path file) {
        return KeyRing.open(file, new FileKeyHolder(machine.home().keyEncryptionKey()));
    }

    private static KeyName pads(int version) {
        return new KeyName(KeyPurpose.PAD_SEAL, HERE, version);
    }

    private static void kill(Path data) throws IOException, InterruptedException, ExecutionException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        var children = postmaster.children().toList();
        assertThat(postmaster.destroyForcibly()).isTrue();
        postmaster.onExit().get();
        for (var child : children) {
            child.destroyForcibly();
            child.onExit().get();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
