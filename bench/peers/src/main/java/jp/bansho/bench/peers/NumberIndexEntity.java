package jp.bansho.bench.peers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The searchable value of a number, as JPA keeps it: the HMAC column.
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Table(name = "number_index")
public class NumberIndexEntity {

    @Id
    private @Nullable UUID tag;

    private long subject;
    private short generation;
    private short association;
    private short version;
    private short state;

    /// For Hibernate.
    protected NumberIndexEntity() {}

    NumberIndexEntity(PeerRow row, UUID tag) {
        this.tag = tag;
        subject = row.subject();
        generation = 1;
        association = PeerRow.ASSOCIATION;
        version = 1;
        state = 1;
    }
}
