package jp.bansho.juki.staff;

import java.util.function.Supplier;
import jp.bansho.juki.store.MediaScope;
import jp.bansho.machine.Home;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may work at this machine, from `staff.properties` in the home folder: `name = operator`.
@Component
public class StaffFile {

    private static final String UNKNOWN = "unknown";

    private final Home home;
    private final Settings settings;
    private final Transactions transactions;
    private final Ledger ledger;

    StaffFile(Home home, Settings settings, Transactions transactions, Ledger ledger) {
        this.home = home;
        this.settings = settings;
        this.transactions = transactions;
        this.ledger = ledger;
    }

    /// One person, for work that touches no medium.
    ///
    /// @throws StaffRefused if the staff file does not know the name
    public Pair one(String name) {
        require(name);
        return Pair.named(name, null);
    }

    /// Two people, for work at a medium (M2, J4). A refusal is on record.
    ///
    /// @param step what they want to do, a word
    /// @throws StaffRefused `passkey-needed` where names do not count, `second-person-missing` if there is only one
    public Pair two(String doer, @Nullable String witness, String step) {
        return onRecord(doer, step, () -> two(doer, witness));
    }

    private Pair two(String doer, @Nullable String witness) {
        if (settings.people() == MediaPeople.PASSKEY) {
            throw StaffRefused.passkeyNeeded();
        }
        if (witness == null || witness.isBlank() || witness.equals(doer)) {
            throw StaffRefused.secondPersonMissing();
        }
        require(doer);
        require(witness);
        return Pair.named(doer, witness);
    }

    /// Who approved what somebody else applied for. A refusal is on record.
    ///
    /// @param step what was applied for, a word
    /// @throws StaffRefused if it is the applicant, or nobody of the staff file
    public String approver(@Nullable String name, Pair applicant, String step) {
        return onRecord(applicant.doer(), step, () -> approver(name, applicant));
    }

    private String approver(@Nullable String name, Pair applicant) {
        if (name == null) {
            throw StaffRefused.approverMissing();
        }
        if (name.equals(applicant.doer())) {
            throw StaffRefused.ownApproval();
        }
        require(name);
        return name;
    }

    /// The person in the ledger of media, of which there is one here.
    ///
    /// @throws StaffRefused if the staff file does not know the name, or an association's ledger is asked for
    public Actor inTheLedger(String name, @Nullable Integer association) {
        if (association != null) {
            throw new StaffRefused(
                    "one-ledger",
                    "this machine has one ledger of media: leave --association out",
                    "この機械の媒体管理簿は1つです。--association は指定しないでください");
        }
        return one(name).one();
    }

    /// The second person at a medium, if this installation takes the word of a command line.
    ///
    /// @throws StaffRefused `passkey-needed` where it does not
    public Actor witness(String name, @Nullable Integer association) {
        if (settings.people() == MediaPeople.PASSKEY) {
            throw StaffRefused.passkeyNeeded();
        }
        return inTheLedger(name, association);
    }

    /// A name that the staff file does not know may be anything, and does not go on record.
    private <T> T onRecord(String doer, String step, Supplier<T> check) {
        try {
            return check.get();
        } catch (StaffRefused refused) {
            var actor = Pair.named(knows(doer) ? doer : UNKNOWN, null).one();
            transactions.recorded(
                    new MediaScope(), _ -> new Recorded<>(true, ledger.stepRefused(actor, step, refused.reason())));
            throw refused;
        }
    }

    private boolean knows(String name) {
        return "operator".equals(Home.load(home.staff()).getProperty(name, "").strip());
    }

    private void require(String name) {
        if (!knows(name)) {
            throw new StaffRefused(
                    "unknown-person", "the staff file does not know one of these people", "職員ファイルにない利用者です");
        }
    }
}
