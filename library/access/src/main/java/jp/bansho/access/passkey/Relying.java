package jp.bansho.access.passkey;

import java.util.Set;
import java.util.regex.Pattern;

/// For whom passkeys are made: the relying party, which is this machine's terminal.
///
/// @param id      host name or a parent domain of it, such as `numbers.example`; passkeys are bound to it for good
/// @param origins addresses that may use them, such as `https://numbers.example:8443`; no path, no trailing slash
public record Relying(String id, Set<String> origins) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern ORIGIN =
            Pattern.compile("(https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?|http://localhost)(:[0-9]{1,5})?");

    /// Checks both.
    ///
    /// @throws IllegalArgumentException if an address is unusable; a machine must not start then
    public Relying {
        origins = Set.copyOf(origins);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("no host name to bind passkeys to: " + id);
        }
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("passkeys need at least one address to come from");
        }
        for (var origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("no address for passkeys (https, no path): " + origin);
            }
            var host = origin.replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", "");
            if (!host.equals(id) && !host.endsWith("." + id)) {
                throw new IllegalArgumentException("no browser uses passkeys of " + id + " at " + origin);
            }
        }
    }
}
