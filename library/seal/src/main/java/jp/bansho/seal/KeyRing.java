package jp.bansho.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// All keys of an installation, wrapped by one key-encryption key, in one text file outside the database (S1).
///
/// Line 1 is `bansho-keys 1 <id of the key-encryption key>`; then one line a key: name, wrapped key in Base64, and for
/// a signing key its public half. Keys are unwrapped when asked for and are not kept here. What another process made or
/// destroyed is seen at the next question.
public final class KeyRing {

    static final String HEADER = "bansho-keys 1 ";

    private static final Object UNKNOWN = "";

    private final Path file;
    private final KeyHolder holder;
    private final NavigableMap<KeyName, Entry> entries = new TreeMap<>();
    private KeyEncryption keyEncryption;
    private Object seen = UNKNOWN;
    private int edition;
    private final AtomicReference<@Nullable KeysRefused> absence = new AtomicReference<>();

    private record Entry(String wrapped, String publicHalf) {}

    private KeyRing(Path file, KeyHolder holder, KeyEncryption keyEncryption) {
        this.file = file;
        this.holder = holder;
        this.keyEncryption = keyEncryption;
    }

    /// Starts an empty ring in `file`, under the holder's first key-encryption key; an existing one is never
    /// overwritten.
    public static KeyRing create(Path file, KeyHolder holder) {
        if (Files.exists(file)) {
            throw KeysRefused.because(KeysRefused.Reason.EXISTS, String.valueOf(file.getFileName()));
        }
        var ring = new KeyRing(file, holder, holder.first());
        ring.save();
        return ring;
    }

    /// A ring of keys that a backup held, under the holder's first key-encryption key.
    static KeyRing of(Path file, KeyHolder holder, List<OpenBackup.Key> keys) {
        if (Files.exists(file)) {
            throw KeysRefused.because(KeysRefused.Reason.EXISTS, String.valueOf(file.getFileName()));
        }
        var ring = new KeyRing(file, holder, holder.first());
        keys.forEach(key -> ring.entries.put(
                key.name(), ring.wrapped(key.name(), key.clear().clone(), key.publicHalf())));
        ring.save();
        return ring;
    }

    /// What is done with a key in the clear, which is overwritten afterwards.
    @FunctionalInterface
    interface WithKey {
        String done(byte[] clear, String publicHalf);
    }

    String withKey(KeyName name, WithKey work) {
        var key = unwrap(name);
        try {
            return work.done(key, entry(name).publicHalf());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Opens the ring of `file`, proves that the key-encryption key opens every key of it, and completes a destruction
    /// that was cut short.
    ///
    /// @throws KeysRefused if the file is missing, damaged, open to others, or wrapped by another key
    public static KeyRing open(Path file, KeyHolder holder) {
        var ring = new KeyRing(file, holder, RingFile.keyEncryption(file, holder));
        ring.alone(() -> {
            ring.load();
            ring.entries.keySet().forEach(ring::unwrap);
            holder.destroyAllBut(ring.keyEncryption.id());
        });
        return ring;
    }

    /// Makes a key and saves the ring before the key can be used.
    public synchronized void make(KeyName name) {
        alone(() -> {
            load();
            if (entries.containsKey(name)) {
                throw KeysRefused.because(KeysRefused.Reason.EXISTS, name.written());
            }
            entries.put(name, name.purpose() == KeyPurpose.AUDIT_SIGNING ? signingPair(name) : secret(name));
            save();
        });
    }

    /// Destroys keys: the others are wrapped by a new key-encryption key, and the old one is destroyed, so that no copy
    /// of this ring from before opens again. Names that are not here are destroyed already. Duty R3.
    ///
    /// @return the id of the key-encryption key that was destroyed, and of the one that took its place
    public synchronized Replaced destroy(Collection<KeyName> names) {
        return replace(names, () -> KeyPlace.holding(keyEncryption.id()));
    }

    /// Wraps all keys by a new key-encryption key in that place and destroys the old one: no copy of this ring from
    /// before opens again.
    public synchronized Replaced move(KeyPlace place) {
        return replace(List.of(), () -> place);
    }

    private Replaced replace(Collection<KeyName> destroyed, Supplier<KeyPlace> place) {
        var before = new AtomicReference<>("");
        alone(() -> {
            load();
            before.set(keyEncryption.id());
            destroyed.forEach(entries::remove);
            var next = holder.make(place.get());
            entries.replaceAll((name, entry) -> rewrapped(name, entry, next));
            keyEncryption = next;
            save();
            holder.destroyAllBut(next.id());
        });
        return new Replaced(before.get(), keyEncryption.id());
    }

    /// Two key-encryption keys, by id.
    public record Replaced(String destroyed, String current) {}

    /// The id of the key-encryption key at work.
    public synchronized String keyEncryptionId() {
        refresh();
        return keyEncryption.id();
    }

    private Entry rewrapped(KeyName name, Entry entry, KeyEncryption next) {
        var key = keyEncryption.unwrap(name, Base64.getDecoder().decode(entry.wrapped()));
        try {
            return new Entry(Base64.getEncoder().encodeToString(next.wrap(name, key)), entry.publicHalf());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Changes whenever keys were made or destroyed, here or by another process: whoever keeps opened keys
    /// closes them then.
    public synchronized int edition() {
        refresh();
        return edition;
    }

    /// Names of all keys.
    public synchronized SortedSet<KeyName> names() {
        refresh();
        return new TreeSet<>(entries.keySet());
    }

    /// The newest version of a key.
    ///
    /// @throws KeysRefused if there is none
    public synchronized KeyName newest(KeyPurpose purpose, int association) {
        return names().stream()
                .filter(key -> key.purpose() == purpose && key.association() == association)
                .max(Comparator.comparingInt(KeyName::version))
                .orElseThrow(() -> KeysRefused.because(KeysRefused.Reason.MISSING, purpose.word() + "/" + association));
    }

    /// The secret key of that name, unwrapped.
    public SecretKey secretKey(KeyName name) {
        var algorithm = switch (name.purpose()) {
            case NUMBER_SEAL, PAD_SEAL, BACKUP, ANSWER_SEAL, TRANSIT_SEAL -> "AES";
            case NUMBER_INDEX, FILE_FINGERPRINT, PERSON_MARK -> "HmacSHA256";
            case AUDIT_SIGNING -> throw new IllegalArgumentException("a signing key is not a secret key");
        };
        var key = unwrap(name);
        try {
            return new SecretKeySpec(key, algorithm);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The private half of a signing key.
    public PrivateKey signingKey(KeyName name) {
        var key = unwrap(name);
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw KeysRefused.damaged(name.written());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The public half of a signing key; anybody may have it.
    public PublicKey verifyingKey(KeyName name) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(
                            Base64.getDecoder().decode(entry(name).publicHalf())));
        } catch (GeneralSecurityException e) {
            throw KeysRefused.damaged(name.written());
        }
    }

    /// A value that proves, without telling anything, that two places hold the same key: 8 bytes of HMAC-SHA-256. A
    /// database keeps it and refuses a start with other keys.
    public byte[] checkValue(KeyName name) {
        var key = unwrap(name);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var full = mac.doFinal(("bansho/key-check/1/" + name.written()).getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(full, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private Entry secret(KeyName name) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return wrapped(name, key, "");
    }

    private Entry signingPair(KeyName name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return wrapped(
                    name,
                    pair.getPrivate().getEncoded(),
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private Entry wrapped(KeyName name, byte[] key, String publicHalf) {
        try {
            return new Entry(Base64.getEncoder().encodeToString(keyEncryption.wrap(name, key)), publicHalf);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private synchronized byte[] unwrap(KeyName name) {
        try {
            var key = unwrapped(name);
            absence.set(null);
            return key;
        } catch (KeysRefused refused) {
            if (refused.isOfTheDevice()) {
                absence.set(refused);
            }
            throw refused;
        }
    }

    private byte[] unwrapped(KeyName name) {
        // The entry first: reading it may change the key-encryption key.
        var wrapped = Base64.getDecoder().decode(entry(name).wrapped());
        try {
            return keyEncryption.unwrap(name, wrapped);
        } catch (KeysRefused refused) {
            if (seen.equals(RingFile.mark(file))) {
                throw refused;
            }
            // Another process wrapped the ring anew in this very moment.
            var again = Base64.getDecoder().decode(entry(name).wrapped());
            return keyEncryption.unwrap(name, again);
        }
    }

    /// Asks the place of the key-encryption key whether it still answers, by having it unwrap one key.
    public Optional<KeysRefused> probe() {
        try {
            var any = names();
            if (!any.isEmpty()) {
                Arrays.fill(unwrap(any.first()), (byte) 0);
            }
            return Optional.empty();
        } catch (KeysRefused refused) {
            absence.set(refused);
            return Optional.of(refused);
        }
    }

    /// Refuses whatever would use a key, opened before or not, while the key-encryption key is away.
    ///
    /// @throws KeysRefused what the last question for a key was answered with
    public void requirePresent() {
        var away = absence.get();
        if (away != null) {
            throw away.again();
        }
    }

    private synchronized Entry entry(KeyName name) {
        refresh();
        var entry = entries.get(name);
        if (entry == null) {
            throw KeysRefused.because(KeysRefused.Reason.MISSING, name.written());
        }
        return entry;
    }

    private void save() {
        var text = new StringBuilder(HEADER).append(keyEncryption.id()).append('\n');
        entries.forEach((name, entry) -> text.append(name.written())
                .append(' ')
                .append(entry.wrapped())
                .append(' ')
                .append(entry.publicHalf())
                .append('\n'));
        try {
            OwnerFiles.replace(file, text.toString());
            seen = RingFile.mark(file);
            edition++;
        } catch (IOException e) {
            throw new UncheckedIOException("the key store could not be written", e);
        }
    }

    /// Reads the file again if another process replaced it.
    private void refresh() {
        if (!seen.equals(RingFile.mark(file))) {
            load();
        }
    }

    private void load() {
        var mark = RingFile.mark(file);
        var name = String.valueOf(file.getFileName());
        var lines = RingFile.lines(file);
        if (!lines.getFirst().equals(HEADER + keyEncryption.id())) {
            keyEncryption = RingFile.keyEncryption(file, holder);
        }
        entries.clear();
        try {
            for (var line : lines.subList(1, lines.size())) {
                var parts = line.split(" ", -1);
                if (parts.length != 3) {
                    throw KeysRefused.damaged(name);
                }
                entries.put(KeyName.parse(parts[0]), new Entry(parts[1], parts[2]));
            }
        } catch (IllegalArgumentException e) {
            throw KeysRefused.damaged(name);
        }
        seen = mark;
        edition++;
    }

    /// What could not be saved is forgotten: a key that is only in memory would be lost, and all that was sealed with
    /// it.
    private void alone(OwnerFiles.Step step) {
        try {
            OwnerFiles.alone(file.resolveSibling(file.getFileName() + ".lock"), step);
        } catch (IOException e) {
            seen = UNKNOWN;
            throw new UncheckedIOException("the key store could not be written", e);
        } catch (RuntimeException e) {
            seen = UNKNOWN;
            throw e;
        }
    }
}
