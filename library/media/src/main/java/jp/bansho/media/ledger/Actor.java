package jp.bansho.media.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import jp.bansho.audit.Stamp;
import jp.bansho.media.Rules;
import org.jspecify.annotations.Nullable;

/// Somebody who does something with a medium.
///
/// @param account      user ID; stands in the ledger and in the record
/// @param person       handle of the human being; several accounts may share it (two people means
/// two human beings)
/// @param organisation in whose ledger: 0..100
/// @param role         under which the account was let in, for the record
public record Actor(String account, long person, int organisation, String role) {

    private static final int LAST_ASSOCIATION = 99;

    /// Checks the handle.
    public Actor {
        Rules.handle("account", account);
    }

    /// Somebody whom a machine knows by a login name alone; two names are taken for two people there.
    public static Actor named(String name, int organisation, String role) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new Actor(name, ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE, organisation, role);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Stamp stamp(String system, @Nullable String purpose, @Nullable Long job) {
        var association = organisation >= 1 && organisation <= LAST_ASSOCIATION ? organisation : null;
        return new Stamp(system, account, role, association, purpose, null, job);
    }
}
