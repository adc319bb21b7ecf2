package jp.bansho.numbers.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyHolders;
import jp.bansho.machine.StoreBroken;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.seal.KeyBackup;
import jp.bansho.seal.KeyName;

/// Brings the keys of a backup back into a home that has none (S1): after a fire, or a lost key ring. Two people do it.
/// There may be no database to keep a record, so they stand in `keys/ceremonies.log`, and in the record from the next
/// start on.
public final class KeyRestore {

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final Home home;
    private final Clock clock;

    /// A restore into that home.
    public KeyRestore(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /// What was restored, and by whom.
    ///
    /// @param set     which backup
    /// @param keys    how many keys
    /// @param leftOut keys of the backup that were not taken back
    public record Note(String set, String by, String with, int keys, List<String> leftOut) {}

    /// Restores all keys but those that are to be left out, and those that the database, if this home names one, has
    /// had destroyed since.
    ///
    /// @throws jp.bansho.seal.KeysRefused if the home has keys, or the shares do not open the backup; nothing is
    ///     written then
    public Note restore(Path backup, List<Path> shares, Collection<KeyName> without, String by, String with) {
        if (!LOGIN.matcher(by).matches() || !LOGIN.matcher(with).matches() || by.equalsIgnoreCase(with)) {
            throw new StaffRefused(
                    "two different people restore keys: --by and --with name their logins",
                    "鍵の復元は2人で行います。--by と --with に異なるログイン名を指定してください");
        }
        var names = KeyBackup.names(backup, shares);
        var leftOut = new TreeSet<>(without);
        leftOut.addAll(destroyed(names));
        leftOut.retainAll(names);
        try {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(home.folder(), mine);
            Files.createDirectories(home.keyRing().toAbsolutePath().getParent(), mine);
            Files.createDirectories(home.keyEncryptionKey().toAbsolutePath().getParent());
            var ring = KeyBackup.restore(backup, shares, home.keyRing(), KeyHolders.of(home), leftOut);
            var note = new Note(
                    KeyBackup.set(backup),
                    by,
                    with,
                    ring.names().size(),
                    leftOut.stream().map(KeyName::written).toList());
            write(note);
            return note;
        } catch (IOException e) {
            throw new UncheckedIOException("the home folder could not be written", e);
        }
    }

    /// Keys that this home's database no longer knows although it knows newer ones of the kind.
    private List<KeyName> destroyed(Collection<KeyName> names) {
        if (!Files.exists(home.database())) {
            return List.of();
        }
        var properties = Home.load(home.database());
        try (var connection = DriverManager.getConnection(
                properties.getProperty("url"), properties.getProperty("user"), properties.getProperty("password"))) {
            return Installation.KEYS.destroyed(connection, names);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private void write(Note note) throws IOException {
        var line = "%s restore %s %s %s %d %s\n"
                .formatted(
                        clock.instant(),
                        note.set(),
                        note.by(),
                        note.with(),
                        note.keys(),
                        note.leftOut().isEmpty() ? "-" : String.join(",", note.leftOut()));
        for (var file : List.of(log(home), waiting(home))) {
            Files.writeString(
                    file, line, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /// What is not in the record of use yet.
    public static List<Note> notes(Home home) {
        if (!Files.exists(waiting(home))) {
            return List.of();
        }
        try {
            var notes = new ArrayList<Note>();
            for (var line : Files.readAllLines(waiting(home), StandardCharsets.US_ASCII)) {
                var words = line.split(" ", -1);
                var leftOut = words[6].equals("-") ? List.<String>of() : List.of(words[6].split(",", -1));
                notes.add(new Note(words[2], words[3], words[4], Integer.parseInt(words[5]), leftOut));
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException("the log of ceremonies could not be read", e);
        }
    }

    /// To be called when [#notes] are in the record of use.
    public static void recorded(Home home) {
        try {
            Files.deleteIfExists(waiting(home));
        } catch (IOException e) {
            throw new UncheckedIOException("the log of ceremonies could not be written", e);
        }
    }

    private static Path log(Home home) {
        return home.folder().resolve("keys/ceremonies.log");
    }

    private static Path waiting(Home home) {
        return home.folder().resolve("keys/ceremonies.waiting");
    }

    /// Names as they are typed, such as `pad-seal/28/1`.
    public static List<KeyName> parse(List<String> names) {
        return names.stream().map(KeyName::parse).collect(Collectors.toList());
    }
}
