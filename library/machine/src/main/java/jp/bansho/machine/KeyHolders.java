package jp.bansho.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.bansho.seal.FileKeyHolder;
import jp.bansho.seal.KeyHolder;
import jp.bansho.seal.KeyPlace;
import jp.bansho.seal.KeyPlaces;
import jp.bansho.seal.Pkcs11KeyHolder;

/// Where this installation's key-encryption key may live, from `keys.properties` in the home folder: `key-encryption`
/// (`file` or `pkcs11`: where the first one is made), and for a key device `library`, `token`, `pin-file`. Without the
/// file: in a file. The key at work is opened wherever it is, by the id that the key ring names (S1).
public final class KeyHolders {

    private static final String CHOSEN = "key-encryption";
    private static final String LIBRARY = "library";
    private static final String TOKEN = "token";
    private static final String PIN_FILE = "pin-file";

    private KeyHolders() {}

    /// All places that are set up in that home.
    ///
    /// @throws NotInstalled if the settings are not readable
    public static KeyHolder of(Home home) {
        var settings = settings(home);
        var holders = new EnumMap<KeyPlace, KeyHolder>(KeyPlace.class);
        holders.put(KeyPlace.FILE, new FileKeyHolder(home.keyEncryptionKey()));
        if (settings.containsKey(LIBRARY) || settings.containsKey(TOKEN)) {
            holders.put(
                    KeyPlace.DEVICE,
                    new Pkcs11KeyHolder(
                            Path.of(value(settings, LIBRARY)),
                            value(settings, TOKEN),
                            home.folder().resolve(value(settings, PIN_FILE))));
        }
        var chosen = chosen(settings);
        if (!holders.containsKey(chosen)) {
            throw unreadable(LIBRARY);
        }
        return new KeyPlaces(chosen, holders);
    }

    /// Where a first key-encryption key is made from now on.
    public static void choose(Home home, KeyPlace place) {
        var settings = settings(home);
        settings.setProperty(CHOSEN, place.word());
        var text = Stream.of(CHOSEN, LIBRARY, TOKEN, PIN_FILE)
                .filter(settings::containsKey)
                .map(name -> name + " = " + settings.getProperty(name).strip() + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(home.keys(), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("keys.properties could not be written", e);
        }
    }

    private static Properties settings(Home home) {
        return Files.exists(home.keys()) ? Home.load(home.keys()) : new Properties();
    }

    private static KeyPlace chosen(Properties settings) {
        try {
            return KeyPlace.of(
                    settings.getProperty(CHOSEN, KeyPlace.FILE.word()).strip());
        } catch (IllegalArgumentException e) {
            throw unreadable(CHOSEN);
        }
    }

    private static String value(Properties settings, String name) {
        var value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw unreadable(name);
        }
        return value.strip();
    }

    private static NotInstalled unreadable(String name) {
        return new NotInstalled(
                "keys.properties lacks a readable value of " + name, "keys.properties の " + name + " の値がないか、読めません");
    }
}
