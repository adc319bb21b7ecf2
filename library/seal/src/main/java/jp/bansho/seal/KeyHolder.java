package jp.bansho.seal;

/// Where key-encryption keys live: files, or a key device. There is one of them at work; during a change there are two
/// for a moment, and a crash in that moment leaves one that opens the key ring. Duty S1.
public interface KeyHolder {

    /// The key-encryption key of that id.
    ///
    /// @throws KeysRefused if there is none, or only others
    KeyEncryption open(String id);

    /// The very first key-encryption key.
    ///
    /// @throws KeysRefused if there is one already
    KeyEncryption first();

    /// A new key-encryption key beside the one at work, kept for good before this returns. What an earlier change left
    /// unfinished is replaced.
    ///
    /// @param place where it shall live
    KeyEncryption make(KeyPlace place);

    /// Destroys all key-encryption keys but that one: nothing that was wrapped by the others opens ever again.
    void destroyAllBut(String id);
}
