package jp.bansho.media;

import java.security.cert.X509Certificate;
import java.util.Set;

/// A sender known beforehand.
///
/// @param organisation as it has to stand in the manifests that this certificate signs
/// @param certificate  the one certificate, pinned
/// @param purposes     what its parcels may be for
public record TrustedSender(String organisation, X509Certificate certificate, Set<String> purposes) {

    /// Checks the words.
    public TrustedSender {
        Rules.code("organisation", organisation);
        purposes = Set.copyOf(purposes);
        purposes.forEach(purpose -> Rules.code("purpose", purpose));
    }
}
