package jp.bansho.numbers.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import jp.bansho.machine.InstalledKeys;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Sql;
import jp.bansho.seal.KeyRing;
import jp.bansho.testing.PostgresServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A backup is whole or it is refused by name; it never holds the index of numbers, nor a key.
class BackupTest {

    private static final int HERE = TestMachine.HYOGO;

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    private static Backups.Made made;

    @SuppressWarnings("NullAway.Init")
    private static KeyRing keys;

    @SuppressWarnings("NullAway.Init")
    private static PostgresServer server;

    @BeforeAll
    static void aBackupOfAMachineThatWorked() throws IOException {
        // a server of its own: a backup is of the whole server, and the shared one holds what all tests left
        server = PostgresServer.embedded(null, Map.of());
        machine = TestMachine.on(server);
        machine.register(HERE, 0, 40);
        machine.part(jp.bansho.machine.HeadKeeper.class).exportAndRecord();
        keys = InstalledKeys.open(machine.home());
        made = machine.part(Backups.class)
                .make(machine.actor(Role.OPERATOR), machine.folder().resolve("backups"), _ -> {});
    }

    @AfterAll
    static void stop() {
        machine.close();
        server.close();
    }

    private static RecoveryRefused refusal(ThrowingCallable call) {
        var thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(thrown).isInstanceOf(RecoveryRefused.class);
        return (RecoveryRefused) thrown;
    }

    private static VerifiedBackup verify(Path file) {
        return Backups.verify(file, keys, _ -> {});
    }

    private static Path copy(String name) throws IOException {
        return Files.copy(made.file(), machine.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void itIsReadBackListedAndOnRecord() throws Exception {
        assertThat(made.verified().files()).isGreaterThan(500);
        assertThat(made.verified().homeFiles())
                .contains("audit/heads.jsonl", "audit/public-key.pem", "database.properties", "staff.properties")
                .noneMatch(name -> name.startsWith("keys/") || name.startsWith("tls/"));
        assertThat(verify(made.file())).isEqualTo(made.verified());
        try (var connection = machine.application()) {
            assertThat(Backups.last(connection)).contains(made.backup());
            assertThat(Sql.rows(connection, "select details from audit.record where event = 'backup-made'"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(made.backup().fileName());
        }
        try (var files = Files.list(made.file().getParent())) {
            assertThat(files.toList()).containsExactly(made.file());
        }
        assertThat(Files.getPosixFilePermissions(made.file())).hasSize(2);
    }

    @Test
    void theHeaderNamesWhatIsNeededToPutItInItsPlace() throws IOException {
        try (var input = SealedInput.open(made.file(), keys)) {
            assertThat(input.facts())
                    .containsKeys(
                            "kind",
                            "key",
                            "system",
                            "version",
                            "made-at",
                            "audit-seq",
                            "audit-hash",
                            "audit-signature");
            assertThat(input.facts().get("keys")).contains("pad-seal/28/1", "backup/0/1");
        }
        assertThat(made.verified().facts().start())
                .isLessThan(made.verified().facts().end());
    }

    @Test
    void noUnloggedTableIsInItSoNoIndexValueEverLeavesTheServer() throws Exception {
        var files = new TreeSet<String>();
        BackupReader.read(made.file(), keys, new Names(files), _ -> {});
        try (var administrator = machine.superuser()) {
            for (var table : List.of("vault.number_index", "vault.number_index_pkey", "vault.index_alive")) {
                var path = Sql.rows(administrator, "select pg_relation_filepath('" + table + "')")
                        .getFirst();
                assertThat(files).as(table).doesNotContain(path).contains(path + "_init");
            }
            var kept = Sql.rows(administrator, "select pg_relation_filepath('vault.sealed_number')")
                    .getFirst();
            assertThat(files).contains(kept);
        }
    }

    @Test
    void nothingInTheFileReadsLikeTheMachine() throws IOException {
        var bytes = new String(Files.readAllBytes(made.file()), StandardCharsets.ISO_8859_1);
        assertThat(bytes.substring(bytes.indexOf("version=") + 40))
                .doesNotContain(InventedFiles.userNumber(HERE, 3))
                .doesNotContain("onlyfortests")
                .doesNotContain("PG_VERSION");
    }

    @Test
    void aFlippedByteIsFoundWhereverItIs() throws IOException {
        var seed = 20261122L;
        var random = new Random(seed);
        for (var i = 0; i < 12; i++) {
            var file = copy("flipped.backup");
            var at = i == 0 ? 20 : random.nextLong(Files.size(file));
            try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                var one = ByteBuffer.allocate(1);
                channel.read(one, at);
                channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1)}), at);
            }
            assertThat(refusal(() -> verify(file)).reason())
                    .as("byte %d, seed %d", at, seed)
                    .isIn(Reason.DAMAGED, Reason.NOT_SEALED, Reason.OTHER_KEY, Reason.CUT);
        }
    }

    @Test
    void aCutFileIsFoundWhereverItEnds() throws IOException {
        var size = Files.size(made.file());
        for (var end : new long[] {0, 10, 300, size / 2, size - 1, afterSegments(3)}) {
            var file = copy("cut.backup");
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
            assertThat(refusal(() -> verify(file)).reason()).as("cut at " + end).isIn(Reason.CUT, Reason.NOT_SEALED);
        }
        var longer = copy("longer.backup");
        Files.write(longer, new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(refusal(() -> verify(longer)).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void exchangedSegmentsAreFound() throws IOException {
        var file = copy("exchanged.backup");
        var first = afterSegments(1);
        var second = afterSegments(2);
        var length = (int) (second - first);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(length);
            var two = ByteBuffer.allocate(length);
            channel.read(one, first);
            channel.read(two, second);
            channel.write(two.flip(), first);
            channel.write(one.flip(), second);
        }
        assertThat(refusal(() -> verify(file)))
                .hasMessageContaining("exchanged.backup: 1")
                .extracting(RecoveryRefused::reason)
                .isEqualTo(Reason.DAMAGED);
    }

    /// Where the file stands after so many segments.
    private static long afterSegments(int count) throws IOException {
        try (var channel = FileChannel.open(made.file(), StandardOpenOption.READ)) {
            var word = ByteBuffer.allocate(4);
            channel.read(word, Sealing.MAGIC.length);
            var at = Sealing.MAGIC.length + 4L + word.getInt(0);
            for (var i = 0; i < count; i++) {
                channel.read(word.clear(), at);
                at += 4 + (word.getInt(0) & ~Sealing.LAST);
            }
            return at;
        }
    }

    @Test
    void anotherInstallationsKeyIsRefusedByName() {
        try (var other = TestMachine.start()) {
            var theirs = InstalledKeys.open(other.home());
            assertThat(refusal(() -> Backups.verify(made.file(), theirs, _ -> {}))
                            .reason())
                    .isEqualTo(Reason.OTHER_KEY);
        }
    }

    @Test
    void onlyAnOperatorTakesOne() {
        assertThatThrownBy(() -> machine.part(Backups.class)
                        .make(machine.clerk(HERE), machine.folder().resolve("theirs"), _ -> {}))
                .isInstanceOf(StaffRefused.class);
        assertThat(machine.folder().resolve("theirs")).doesNotExist();
    }

    /// Collects the names of the database's files.
    private record Names(TreeSet<String> files) implements BackupReader.Target {

        @Override
        public void folder(String name) {
            assertThat(name).isNotBlank();
        }

        @Override
        public void file(String name, long size) {
            files.add(name);
        }

        @Override
        public void bytes(byte[] from, int offset, int length) {
            assertThat(length).isPositive();
        }

        @Override
        public void end() {
            assertThat(files).isNotEmpty();
        }

        @Override
        public void homeFile(String name) {
            assertThat(name).isNotBlank();
        }

        @Override
        public void homeBytes(byte[] bytes, int length) {
            assertThat(length).isPositive();
        }

        @Override
        public void manifest(byte[] bytes, int length) {
            assertThat(length).isPositive();
        }
    }
}
