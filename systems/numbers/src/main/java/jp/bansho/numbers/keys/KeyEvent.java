package jp.bansho.numbers.keys;

import java.util.List;
import jp.bansho.audit.AuditEvent;

/// All that the record can say about key ceremonies and the key device; refused ceremonies are refusals of their
/// applications. Names of keys and of logins, never a key.
public sealed interface KeyEvent extends AuditEvent {

    /// A key backup was registered, and its files were about to be written.
    ///
    /// @param backup number in the register
    /// @param needed how many shares open it
    record KeysBackedUp(int backup, int needed, int shares, List<String> keys) implements KeyEvent {}

    /// The files of a key backup could not be written; what was there of them was removed.
    record KeyBackupFailed(int backup) implements KeyEvent {}

    /// People say that they destroyed the file and all shares of a key backup.
    record KeyBackupDestroyed(int backup) implements KeyEvent {}

    /// The key ring was about to be wrapped by a new key-encryption key.
    ///
    /// @param place where the new one lives
    record KeyMoveBegun(String place) implements KeyEvent {}

    /// The key ring was wrapped by a new key-encryption key, and the old one was destroyed.
    record KeyMoved(String place, String keyEncryptionDestroyed, String keyEncryptionCurrent) implements KeyEvent {}

    /// The move stopped. If the new key-encryption key was at work already, the next start destroys the old one.
    record KeyMoveFailed(String place, String reason) implements KeyEvent {}

    /// Keys were restored from a backup before this start, by two people.
    ///
    /// @param set     which backup
    /// @param by      login name of who did it
    /// @param with    login name of who was there
    /// @param leftOut keys that were not taken back
    record KeysRestored(String set, String by, String with, int keys, List<String> leftOut) implements KeyEvent {}

    /// The key device stopped answering: nothing that needs keys is served.
    record KeyDeviceLost(String reason) implements KeyEvent {}

    /// The key device answers again.
    record KeyDeviceBack(long seconds) implements KeyEvent {}
}
