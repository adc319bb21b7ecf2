package jp.bansho.seal;

/// Where a key-encryption key can live.
public enum KeyPlace {
    /// In a file that only its owner may read.
    FILE("file"),
    /// In a key device, which lets it be used and never read.
    DEVICE("pkcs11");

    private final String word;

    KeyPlace(String word) {
        this.word = word;
    }

    /// The word of settings, commands and records; also the beginning of the ids of keys that live there.
    public String word() {
        return word;
    }

    /// The place of that word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static KeyPlace of(String word) {
        for (var place : values()) {
            if (place.word.equals(word)) {
                return place;
            }
        }
        throw new IllegalArgumentException("no such place for a key-encryption key");
    }

    /// Where the key-encryption key of that id lives.
    ///
    /// @throws KeysRefused if the id is not readable
    public static KeyPlace holding(String id) {
        for (var place : values()) {
            if (id.startsWith(place.word + ":")) {
                return place;
            }
        }
        throw KeysRefused.damaged("the id of the key-encryption key");
    }
}
