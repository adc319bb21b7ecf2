package jp.bansho.numbers.staff;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.account.Preparation;
import jp.bansho.access.approval.ApplicationState;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.access.approval.Approvals;
import jp.bansho.audit.Entry;
import org.springframework.stereotype.Component;

/// Ties new rights to their approval (A6): what a user manager prepares becomes an application, and the
/// nightly batch carries it out only against an approval of exactly that text, which it uses up.
@Component
class NewRights {

    private final Approvals approvals;

    NewRights(Approvals approvals) {
        this.approvals = approvals;
    }

    /// Applies for the approval of a preparation that gives a new right. In the desk's scope.
    List<Entry> applyIfNeeded(Connection connection, Accounts accounts, Member manager, Preparation preparation)
            throws SQLException {
        var role = preparation.role();
        if (role == null || !(Accounts.needsApproval(role) || preparation.organisation() == Organisation.OPERATOR)) {
            return List.of();
        }
        var answer = approvals.apply(
                connection,
                manager,
                ApprovalKind.NEW_RIGHTS,
                "user-management",
                "preparation " + preparation.id(),
                preparation.reason(),
                preparation.payload());
        accounts.awaits(connection, preparation.id(), answer.value().id());
        return answer.entries();
    }

    /// Takes back the manager's own application for a preparation that was withdrawn, if nobody decided it yet;
    /// nobody shall be asked for what is not wanted any more. In the desk's scope.
    List<Entry> withdrawWith(Connection connection, Member manager, Preparation preparation) throws SQLException {
        var id = preparation.application();
        if (id == null) {
            return List.of();
        }
        var open = approvals
                .one(connection, manager, id)
                .filter(one -> one.state() == ApplicationState.OPEN && one.applicantPerson() == manager.person());
        return open.isEmpty()
                ? List.of()
                : approvals.withdraw(connection, manager, id).entries();
    }

    /// Uses the approval of a preparation up, if it is there. In the door's scope.
    ///
    /// @param entries takes what must be on record
    String use(Connection connection, Actor machine, Preparation preparation, List<Entry> entries) throws SQLException {
        var id = preparation.application();
        if (id == null) {
            return "refused";
        }
        var state = approvals.state(connection, id);
        if (state.equals(Optional.of(ApplicationState.OPEN))) {
            return "waits";
        }
        var about = Organisation.isAssociation(preparation.organisation()) ? preparation.organisation() : null;
        var answer = approvals.executeByMachine(
                connection,
                machine.stamp(about, null, null, null),
                preparation.organisation(),
                id,
                ApprovalKind.NEW_RIGHTS,
                preparation.payload());
        entries.addAll(answer.entries());
        return answer instanceof Answer.Done ? "approved" : "refused";
    }
}
