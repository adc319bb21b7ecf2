package jp.bansho.numbers.keys;

import java.util.List;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPlace;

/// What there is of keys and backups, for a person.
///
/// @param place   where the key-encryption key lives
/// @param id      its id
/// @param keys    all keys with their states
/// @param backups the register, newest first
/// @param holding backups that would bring destroyed keys back
public record KeyList(
        KeyPlace place, String id, List<Key> keys, List<KeyBackups.Line> backups, List<KeyBackups.Holding> holding) {

    /// One key.
    ///
    /// @param state the database's word; `new` if it does not know the key yet, `missing` if the ring lacks it
    public record Key(KeyName name, String state) {}
}
