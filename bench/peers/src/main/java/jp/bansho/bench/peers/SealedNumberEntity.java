package jp.bansho.bench.peers;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A number, as JPA keeps one: an attribute that a converter encrypts.
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Table(name = "sealed_number")
public class SealedNumberEntity {

    /// Whose number, and which of that person's.
    @Embeddable
    public record Key(long subject, short generation) implements Serializable {}

    @EmbeddedId
    private @Nullable Key key;

    private short association;
    private short kind;

    @Column(name = "key_version")
    private short keyVersion;

    private short state;
    private short source;
    private long job;

    @Column(name = "registered_at")
    private @Nullable Instant registeredAt;

    private @Nullable String actor;

    @Column(name = "sealed")
    @Convert(converter = NumberCipher.class)
    private @Nullable String number;

    /// For Hibernate.
    protected SealedNumberEntity() {}

    SealedNumberEntity(PeerRow row, Instant now) {
        key = new Key(row.subject(), (short) 1);
        association = PeerRow.ASSOCIATION;
        kind = (short) row.kind();
        keyVersion = 1;
        state = 1;
        source = 1;
        job = 1;
        registeredAt = now;
        actor = "clerk";
        number = row.number();
    }
}
