package jp.bansho.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Writes the record of use 使用の記録 in the same transaction as what it records (duties L1, L3, L4, A7).
///
/// No record, no act: if anything here throws, the caller must let the whole transaction fail. Safe for many
/// threads; each connection belongs to one of them.
public final class AuditTrail {

    private final HeadSigner signer;
    private final HeadKeys trusted;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /// The head that was last signed or verified here; its signature, which costs a millisecond, need not be
    /// verified again. A head that was rolled back is genuine too, it is only not the one in the database then.
    private final AtomicReference<@Nullable SignedHead> genuine = new AtomicReference<>();

    /// @param signer  signs each new head
    /// @param trusted public keys of this signer and of the ones before it; a head of another key is not
    /// continued
    public AuditTrail(HeadSigner signer, HeadKeys trusted, InstantSource clock) {
        this.signer = signer;
        this.trusted = trusted;
        this.clock = clock;
    }

    /// Adds entries to the chain, in their order, as the last act of the caller's open transaction.
    ///
    /// From here to the end of the transaction nobody else can add a record, so the commit should follow at
    /// once. Where many callers meet, [GroupCommit] lets them share one. The transaction must be `read
    /// committed`, the default; a stricter one fails with a serialization error whenever two callers meet.
    ///
    /// @return the new head, valid once the caller has committed
    /// @throws AuditBroken  if head, signature and last record do not fit together
    /// @throws SQLException if the database refuses; the transaction must then be rolled back
    public SignedHead append(Connection connection, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("an act without an entry leaves no record");
        }
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the record belongs into the transaction of the act");
        }
        var batch = new Batch(List.copyOf(entries), random);
        var last = HeadTable.lock(connection);
        if (last.isPresent() && !last.get().equals(genuine.get()) && !trusted.verifies(last.get())) {
            throw new AuditBroken("the signature in audit.head is not valid: record "
                    + last.get().seq() + ", key " + last.get().keyId());
        }
        long lastSeq = last.map(SignedHead::seq).orElse(0L);
        var lastHash = last.map(head -> HexFormat.of().parseHex(head.hash())).orElseGet(Encoding::genesis);
        var now = now();
        var hash = batch.insert(connection, lastSeq, lastHash, now);
        var head = SignedHead.sign(signer, lastSeq + entries.size(), hash, now);
        HeadTable.write(connection, head);
        genuine.set(head);
        return head;
    }

    /// The head that the database holds; empty before the first record.
    public static Optional<SignedHead> head(Connection connection) throws SQLException {
        return HeadTable.read(connection);
    }

    /// Whether the transaction that was to make this head did commit; waits until that transaction has ended.
    static boolean recorded(Connection connection, SignedHead head) throws SQLException {
        HeadTable.lock(connection);
        return holds(connection, head);
    }

    /// Whether the record that the head speaks of is there with the same hash.
    static boolean holds(Connection connection, SignedHead head) throws SQLException {
        try (var select = connection.prepareStatement("select hash = ? from audit.record where seq = ?")) {
            select.setBytes(1, HexFormat.of().parseHex(head.hash()));
            select.setLong(2, head.seq());
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
