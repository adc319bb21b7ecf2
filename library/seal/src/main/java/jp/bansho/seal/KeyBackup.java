package jp.bansho.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.crypto.spec.SecretKeySpec;

/// A backup of all keys of a ring, sealed under a fresh key that is kept nowhere: it is split into shares, and any
/// `needed` of them open the backup (S1). Whoever has the backup and that many shares has the keys, also those that
/// were destroyed since: destroying keys means destroying older backups as well.
///
/// The file: `bansho-key-backup 1 <set> <needed>/<of>`, then one line a key: name, key sealed under the backup key in
/// Base64 with name and set bound in, and for a signing key its public half; last `end <sealed mark>` with the number
/// of keys bound in, so that no line goes missing.
public final class KeyBackup {

    private static final String HEADER = "bansho-key-backup 1 ";
    private static final String END = "end";
    private static final int MOST_SHARES = 20;

    private KeyBackup() {}

    /// What was written.
    ///
    /// @param set   names the backup and its shares
    /// @param file  the sealed keys
    /// @param shares one file each for as many people
    /// @param keys  the keys in it
    public record Written(String set, Path file, List<Path> shares, SortedSet<KeyName> keys) {}

    /// A new name for a backup and its shares.
    public static String newSet() {
        var mark = new byte[8];
        new SecureRandom().nextBytes(mark);
        return HexFormat.of().formatHex(mark);
    }

    /// Refuses plans of shares that make no sense.
    ///
    /// @throws IllegalArgumentException unless 2 ≤ needed ≤ of ≤ 20
    public static void requirePossible(int needed, int of) {
        if (needed < 2 || of < needed || of > MOST_SHARES) {
            throw new IllegalArgumentException("shares are 2 to 20, and at least 2 of them are needed");
        }
    }

    /// Writes a backup and its shares into a folder, each file for its owner alone.
    ///
    /// @param keys   the keys that go into it
    /// @param set    from [#newSet]
    /// @param needed how many shares open it, at least 2
    /// @param of     how many shares there are, at most 20
    public static Written write(KeyRing ring, Collection<KeyName> keys, Path folder, String set, int needed, int of) {
        requirePossible(needed, of);
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            var sealer = new Sealer(new SecretKeySpec(key, "AES"));
            var text = new StringBuilder(HEADER + set + " " + needed + "/" + of + "\n");
            for (var name : new TreeSet<>(keys)) {
                var line = ring.withKey(
                        name,
                        (clear, publicHalf) -> name.written() + " "
                                + Base64.getEncoder()
                                        .encodeToString(sealer.seal(clear, bound(set, name.written(), publicHalf)))
                                + " " + publicHalf + "\n");
                text.append(line);
            }
            var end = sealer.seal(new byte[0], bound(set, END, String.valueOf(keys.size())));
            text.append(END)
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(end))
                    .append("\n");
            var file = folder.resolve("keys-" + set + ".backup");
            OwnerFiles.create(file, text.toString());
            var files = KeyShares.split(set, key, needed, of).stream()
                    .map(share -> share(folder, share))
                    .toList();
            return new Written(set, file, files, new TreeSet<>(keys));
        } catch (FileAlreadyExistsException e) {
            throw KeysRefused.because(KeysRefused.Reason.EXISTS, String.valueOf(folder.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("the key backup could not be written", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Makes a new ring of the keys in a backup, under the holder's first key-encryption key. Nothing is written before
    /// all of it has opened.
    ///
    /// @param without keys that are not wanted back, because they were destroyed since
    /// @throws KeysRefused naming what is wrong with backup or shares
    public static KeyRing restore(
            Path file, List<Path> shares, Path ring, KeyHolder holder, Collection<KeyName> without) {
        var opened = OpenBackup.of(file, shares);
        try {
            return KeyRing.of(
                    ring,
                    holder,
                    opened.keys().stream()
                            .filter(key -> !without.contains(key.name()))
                            .toList());
        } finally {
            opened.forget();
        }
    }

    /// The keys a backup holds, if enough shares open it.
    public static SortedSet<KeyName> names(Path file, List<Path> shares) {
        var opened = OpenBackup.of(file, shares);
        opened.forget();
        var names = new TreeSet<KeyName>();
        opened.keys().forEach(key -> names.add(key.name()));
        return names;
    }

    /// Which backup a file says it is.
    public static String set(Path file) {
        return lines(file).getFirst().split(" ", -1)[2];
    }

    /// Removes what there is of a backup in a folder, overwritten first.
    public static void remove(Path folder, String set) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(
                            one -> String.valueOf(one.getFileName()).startsWith("keys-" + set + "."))
                    .toList()) {
                OwnerFiles.destroy(file);
            }
        }
    }

    private static Path share(Path folder, KeyShare share) {
        var file = folder.resolve("keys-" + share.set() + ".share-" + share.number());
        try {
            share.write(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("a share could not be written", e);
        }
    }

    static byte[] bound(String set, String name, String more) {
        return ("bansho/key-backup/1 " + set + " " + name + " " + more).getBytes(StandardCharsets.US_ASCII);
    }

    static List<String> lines(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            var lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            if (lines.size() < 2 || !lines.getFirst().startsWith(HEADER)) {
                throw KeysRefused.because(KeysRefused.Reason.BACKUP_DAMAGED, name);
            }
            return lines;
        } catch (NoSuchFileException e) {
            throw KeysRefused.because(KeysRefused.Reason.MISSING, name);
        } catch (CharacterCodingException e) {
            throw KeysRefused.because(KeysRefused.Reason.BACKUP_DAMAGED, name);
        } catch (IOException e) {
            throw new UncheckedIOException("the key backup could not be read", e);
        }
    }
}
