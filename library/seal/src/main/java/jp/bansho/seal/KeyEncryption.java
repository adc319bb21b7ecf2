package jp.bansho.seal;

/// The key-encryption key: wraps all other keys, and may live where it can be used but not read (a key device).
public interface KeyEncryption {

    /// Names the key-encryption key, so that a key store can say which one it wants.
    String id();

    /// Wraps a key under its name.
    byte[] wrap(KeyName name, byte[] key);

    /// Unwraps a key.
    ///
    /// @throws KeysRefused if it was wrapped by another key-encryption key or under another name
    byte[] unwrap(KeyName name, byte[] wrapped);
}
