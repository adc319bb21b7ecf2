package jp.bansho.numbers.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.Entry;
import jp.bansho.numbers.linkage.Association;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.PurposeDecision;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.numbers.vault.OpenVault;
import jp.bansho.numbers.vault.Provenance;
import jp.bansho.numbers.vault.VaultEvent;
import org.jspecify.annotations.Nullable;

/// One act of the business terminal under way: its transaction, the lent part of the vault, and what will be
/// on record about it.
final class Act {

    private static final int TERMINAL = 3;

    final Connection connection;
    final OpenVault vault;
    final Association association;
    final Instant now;
    private final Order order;
    private final PurposeTable purposes;
    private final List<Entry> entries = new ArrayList<>();
    private PurposeDecision purpose;

    Act(
            Connection connection,
            OpenVault vault,
            Association association,
            Instant now,
            Order order,
            PurposeTable purposes) {
        this.connection = connection;
        this.vault = vault;
        this.association = association;
        this.now = now;
        this.order = order;
        this.purposes = purposes;
        this.purpose =
                purposes.decide(order.ground().department(), order.ground().purpose(), NumberAct.REGISTER);
    }

    /// Asks the table of purposes whether that may be done with a person of that kind; if not, the refusal.
    Optional<Outcome> forbidden(int kind, @Nullable Long subject) {
        purpose = purposes.decide(order.ground().department(), order.ground().purpose(), kind, NumberAct.REGISTER);
        return switch (purpose) {
            case PurposeDecision.Allowed _ -> Optional.empty();
            case PurposeDecision.Refused refused -> {
                note(subject, new VaultEvent.PurposeRefused(refused.row(), NumberAct.REGISTER.word()));
                yield Optional.of(new Outcome.Refused(refused));
            }
        };
    }

    /// Something that will be on record once the act is committed.
    void note(@Nullable Long subject, AuditEvent event) {
        entries.add(new Entry(order.actor().stamp(association.code(), purpose, subject), event));
    }

    /// Nothing is done, and that will be on record.
    Outcome refuse(Refusal why, @Nullable Long subject) {
        note(subject, new RegistryEvent.RegistrationRefused(order.act(), why.word()));
        return new Outcome.Refused(why);
    }

    Provenance provenance() {
        return new Provenance(TERMINAL, 0, now, order.actor().name());
    }

    List<Entry> entries() {
        return entries;
    }

    /// What an act does.
    @FunctionalInterface
    interface Work {
        Outcome on(Act act) throws SQLException;
    }
}
