package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.AuditTrail;
import jp.bansho.audit.Entry;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;
import jp.bansho.audit.Stamp;
import org.junit.jupiter.api.Test;

/// Evidence must always be recordable: the audit record refuses a text in which twelve digits stand alone.
class EvidenceRecordTest {

    private static final long SEED = 20261122;
    private static final Stamp STAMP = new Stamp("numbers", "tanaka", "clerk", 28, null, null, null);

    record Kept(String evidence) implements AuditEvent {}

    @Test
    void evidenceOfAnyBytesCanBeRecorded() throws Exception {
        var random = new Random(SEED);
        var database = new AccessDatabase();
        database.execute(AccessDatabase.schema("/db/audit/V1__audit.sql"));
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var trail = new AuditTrail(
                HeadSigner.of("k1", keys.getPrivate()),
                new HeadKeys(Map.of("k1", keys.getPublic())),
                InstantSource.fixed(Terminal.NOW));
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < 3000; i++) {
            entries.add(new Entry(STAMP, new Kept(digits(random).line())));
        }
        try (var connection = database.administrator.connect()) {
            connection.setAutoCommit(false);
            assertThat(trail.append(connection, entries).seq())
                    .as("seed %d", SEED)
                    .isEqualTo(3000);
            assertThatThrownBy(
                            () -> trail.append(connection, List.of(new Entry(STAMP, new Kept("v1.123456789012.AAAA")))))
                    .as("the guard is awake")
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /// Evidence whose parts are the shortest there are, and in base64url nothing but digits, or groups of four with
    /// dashes.
    private static Evidence digits(Random random) {
        var facts = new LinkedHashMap<>(Map.of("subject", Long.toString(random.nextLong(1_000_000_000_000L))));
        var operation = OperationChallenge.of("reveal-number", "tanaka", facts, Terminal.NOW, new SecureRandom());
        return new Evidence(
                new Assertion(
                        new CredentialId(part(random, 24)),
                        part(random, 56),
                        part(random, 52),
                        part(random, 120),
                        part(random, 88)),
                operation);
    }

    private static String part(Random random, int length) {
        var dashes = random.nextBoolean();
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(dashes && text.length() % 5 == 4 ? '-' : (char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
