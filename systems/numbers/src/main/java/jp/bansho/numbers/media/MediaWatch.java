package jp.bansho.numbers.media;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.machine.LedgerDesk;
import jp.bansho.machine.MediaAlarm;
import jp.bansho.machine.Transactions;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.DutyList;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import org.springframework.stereotype.Component;

/// The nightly look into every ledger of this machine: what is overdue or missing becomes an incident of the
/// organisation whose ledger it is, once (M4, S6).
@Component
public class MediaWatch {

    private static final int DAYS = 14;

    private final LedgerDesk desk;
    private final Organisations organisations;

    MediaWatch(Transactions transactions, Ledger ledger, MediaAlarm alarm, Organisations organisations) {
        this.desk = new LedgerDesk(transactions, ledger, alarm);
        this.organisations = organisations;
    }

    /// What was found in a ledger.
    public record Looked(int organisation, LedgerDesk.Alarmed<DutyList> duties) {

        /// Whether there is something to do today.
        public boolean alarming() {
            return duties.raised() != null || !duties.value().overdue().isEmpty();
        }
    }

    /// Looks into all of them, as whoever runs the batch.
    ///
    /// @throws StaffRefused if that is not the operator
    public List<Looked> look(jp.bansho.numbers.staff.Actor by) {
        if (by.role() != Role.OPERATOR) {
            throw new StaffRefused("only the operator runs the nightly batch", "夜間処理は運営担当者だけが実行できます");
        }
        var codes = new ArrayList<Integer>(List.of(0));
        codes.addAll(organisations.associations().keySet());
        return codes.stream()
                .map(code -> new Looked(code, desk.duties(Actor.named(by.name(), code, by.capacity()), DAYS)))
                .toList();
    }
}
