package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.keys.TwoPeople;
import jp.bansho.testing.KeyDevice;
import org.junit.jupiter.api.Test;

/// Every command of the runbooks about keys, as it is typed there.
class KeysCommandTest {

    @Test
    void aYearOfKeyCeremoniesAtTheCommandLine() throws Exception {
        try (var device = KeyDevice.start();
                var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 3);
            var people = new TwoPeople(machine);
            Child.hire(machine, "o.unei = operator", "f.renmei = federation");
            var home = machine.home().folder();
            var out = Files.createDirectory(machine.folder().resolve("media"));
            Files.writeString(
                    machine.home().keys(),
                    "library = %s\ntoken = %s\npin-file = %s\n"
                            .formatted(KeyDevice.LIBRARY, device.label(), device.pinFile()),
                    StandardCharsets.UTF_8);
            try (var desk = new Desk(home)) {
                var list = desk.run("numbers", "keys", "list", "--as", "o.unei");
                assertThat(list.code()).as(list.err()).isZero();
                assertThat(list.out()).contains("pad-seal/28/1", "in-use", "file:");
                assertThat(desk.run("numbers", "keys", "list", "--as", "o.unei", "--json")
                                .out())
                        .contains("\"purpose\":\"audit-signing\"");
                assertThat(desk.run("numbers", "keys", "list", "--as", "f.renmei")
                                .code())
                        .isEqualTo(ExitCode.REFUSED);

                backsUpOnce(desk, people, out);
                var moved = move(desk, people, "pkcs11");
                assertThat(moved.code()).as(moved.err()).isZero();
                assertThat(machine.home().keyEncryptionKey()).doesNotExist();
                assertThat(Files.readString(machine.home().keys())).contains("key-encryption = pkcs11");
                assertThat(device.slots()).contains(device.label());
                device.takeAway();
                assertThat(desk.run("numbers", "keys", "list", "--as", "o.unei").err())
                        .contains("the key device does not answer", "鍵装置が応答しません");
                device.putBack();
                var back = move(desk, people, "file");
                assertThat(back.code()).as(back.err()).isZero();
                assertThat(device.listing()).doesNotContain("Secret Key Object");
                assertThat(move(desk, people, "moon").err()).contains("--to wants file or pkcs11");

                Files.delete(machine.home().keyRing());
                Files.delete(machine.home().keyEncryptionKey());
                restores(desk, out);
                assertThat(desk.run("numbers", "keys", "list", "--as", "o.unei").code())
                        .isZero();

                var destroyed = desk.run(
                        "numbers",
                        "keys",
                        "backup-destroyed",
                        "1",
                        "--application",
                        String.valueOf(people.approved("keys backup-destroyed 1")),
                        "--as",
                        "o.unei");
                assertThat(destroyed.code()).as(destroyed.err()).isZero();
                assertThat(desk.run("numbers", "keys", "list", "--as", "o.unei").out())
                        .contains("廃棄済み / destroyed");
            }
            assertThat(machine.register(TestMachine.HYOGO, 3, 5)).isNotNull();
            assertThat(machine.subject(InventedFiles.userNumber(TestMachine.HYOGO, 4)))
                    .isNotZero();
        }
    }

    private static void backsUpOnce(Desk desk, TwoPeople people, Path out) throws IOException {
        var application = String.valueOf(people.approved("keys back-up 3/5"));
        var wrong = backUp(desk, "2/5", out, application);
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(backUp(desk, "5/3", out, application).err()).contains("--shares wants M/N");
        assertThat(out).isEmptyDirectory();
        var done = backUp(desk, "3/5", out, application);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("backup 1: ", ".backup", ".share-5");
        assertThat(backUp(desk, "3/5", out, application).code()).isEqualTo(ExitCode.REFUSED);
    }

    private static void restores(Desk desk, Path out) throws IOException {
        var backup = file(out, ".backup");
        assertThat(restore(desk, backup, file(out, ".share-1"), file(out, ".share-2"), file(out, ".share-2"))
                        .err())
                .contains("the same share was given twice");
        assertThat(desk.run(
                                "numbers",
                                "keys",
                                "restore",
                                "--from",
                                backup,
                                "--share",
                                file(out, ".share-1"),
                                "--by",
                                "o.unei",
                                "--with",
                                "f.renmei")
                        .err())
                .contains("too few shares");
        var done = restore(desk, backup, file(out, ".share-5"), file(out, ".share-2"), file(out, ".share-4"));
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).containsPattern("restored: [1-9][0-9]*");
        assertThat(restore(desk, backup, file(out, ".share-5"), file(out, ".share-2"), file(out, ".share-4"))
                        .code())
                .isEqualTo(ExitCode.REFUSED);
    }

    private static Desk.Answer backUp(Desk desk, String shares, Path out, String application) throws IOException {
        return desk.run(
                "numbers",
                "keys",
                "back-up",
                "--shares",
                shares,
                "--to",
                out.toString(),
                "--application",
                application,
                "--as",
                "o.unei");
    }

    private static Desk.Answer move(Desk desk, TwoPeople people, String place) throws IOException {
        var application = String.valueOf(people.approved("keys move " + place));
        return desk.run("numbers", "keys", "move", "--to", place, "--application", application, "--as", "o.unei");
    }

    private static Desk.Answer restore(Desk desk, String backup, String a, String b, String c) throws IOException {
        return desk.run(
                "numbers",
                "keys",
                "restore",
                "--from",
                backup,
                "--share",
                a,
                "--share",
                b,
                "--share",
                c,
                "--by",
                "o.unei",
                "--with",
                "f.renmei");
    }

    private static String file(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
