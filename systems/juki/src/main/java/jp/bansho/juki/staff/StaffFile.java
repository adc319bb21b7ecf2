package jp.bansho.juki.staff;

import jp.bansho.machine.Home;
import jp.bansho.media.ledger.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may work at this machine, from `staff.properties` in the home folder: `name = operator`.
@Component
public class StaffFile {

    private final Home home;
    private final Settings settings;

    StaffFile(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    /// One person, for work that touches no medium.
    ///
    /// @throws StaffRefused if the staff file does not know the name
    public Pair one(String name) {
        require(name);
        return Pair.named(name, null);
    }

    /// Two people, for work at a medium (M2, J4).
    ///
    /// @throws StaffRefused `passkey-needed` where names do not count, `second-person-missing` if there is only one
    public Pair two(String doer, @Nullable String witness) {
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

    /// Who approved what somebody else applied for.
    ///
    /// @throws StaffRefused if it is the applicant, or nobody of the staff file
    public String approver(@Nullable String name, Pair applicant) {
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

    private void require(String name) {
        if (!"operator".equals(Home.load(home.staff()).getProperty(name, "").strip())) {
            throw new StaffRefused(
                    "unknown-person", "the staff file does not know one of these people", "職員ファイルにない利用者です");
        }
    }
}
