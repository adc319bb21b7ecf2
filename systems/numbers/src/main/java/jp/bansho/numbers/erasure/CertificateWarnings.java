package jp.bansho.numbers.erasure;

import java.util.List;
import java.util.Set;

/// Who knows of copies of keys, such as the register of key backups, warns on certificates of those that still hold a
/// destroyed key. Each line is ASCII.
@FunctionalInterface
public interface CertificateWarnings {

    /// The warnings about these keys.
    ///
    /// @param destroyed     names of the destroyed keys
    /// @param keyEncryption id of the destroyed key-encryption key
    List<String> of(Set<String> destroyed, String keyEncryption);
}
