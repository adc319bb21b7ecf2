package jp.bansho.jlis.inquiry;

import java.security.cert.X509Certificate;
import java.util.Set;

/// An organisation that may ask.
///
/// @param organisation its word, such as `juki`
/// @param certificate  the one certificate, pinned
/// @param affairs      codes of the affairs (提供事務区分) it may ask for
public record Asker(String organisation, X509Certificate certificate, Set<String> affairs) {

    /// Keeps the set.
    public Asker {
        affairs = Set.copyOf(affairs);
    }
}
