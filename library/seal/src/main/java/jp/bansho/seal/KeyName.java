package jp.bansho.seal;

/// The name of a key: purpose, association, version. Never the key itself, so it may stand in records and messages.
///
/// @param purpose     what it is for
/// @param association code 1..99 of the association (構成組合) it serves; 0 for the whole installation
/// @param version     1, 2, … ; rotation makes the next one
public record KeyName(KeyPurpose purpose, int association, int version) implements Comparable<KeyName> {

    public KeyName {
        if (association < 0 || association > 99 || version < 1 || version > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a key serves association 0..99 in version 1..32767");
        }
    }

    /// The written form, such as `number-seal/28/1`; also the associated data under which the key is wrapped.
    public String written() {
        return purpose.word() + "/" + association + "/" + version;
    }

    /// The written form without slashes, such as `audit-signing-0-1`, where a name must be one word.
    public String label() {
        return written().replace('/', '-');
    }

    /// The key of that written form.
    ///
    /// @throws KeysRefused if it is none
    public static KeyName parse(String written) {
        var parts = written.split("/", -1);
        if (parts.length != 3) {
            throw KeysRefused.damaged("a key's name has three parts");
        }
        try {
            return new KeyName(KeyPurpose.of(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        } catch (IllegalArgumentException e) {
            throw KeysRefused.damaged("a key's name is not readable");
        }
    }

    @Override
    public int compareTo(KeyName other) {
        return written().compareTo(other.written());
    }

    @Override
    public String toString() {
        return written();
    }
}
