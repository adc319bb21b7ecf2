package jp.bansho.bench.peers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// A person, as JPA keeps one.
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Table(name = "subject")
public class SubjectEntity {

    @Id
    private long id;

    private short association;
    private short kind;

    @Column(name = "pension_use")
    private boolean pensionUse;

    @Column(name = "tax_use")
    private boolean taxUse;

    private short state;

    @Column(name = "user_number")
    private @Nullable String userNumber;

    @Column(name = "own_number")
    private @Nullable String ownNumber;

    /// For Hibernate.
    protected SubjectEntity() {}

    SubjectEntity(PeerRow row) {
        id = row.subject();
        association = PeerRow.ASSOCIATION;
        kind = (short) row.kind();
        pensionUse = row.kind() != 3;
        taxUse = row.kind() == 3;
        state = 1;
        userNumber = row.userNumber();
        ownNumber = row.ownNumber();
    }
}
