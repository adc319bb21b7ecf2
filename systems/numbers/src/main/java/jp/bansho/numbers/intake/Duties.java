package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.staff.Actor;

/// Who keeps the rounds of the duties that come again (N8, N9). Intake tells it, in the transaction
/// of each batch, whom a file spoke of, and asks what may be decided without a person. In the scope
/// of the association.
public interface Duties {

    /// Whether a file may come in for that round now; asked before its job is begun.
    ///
    /// @throws jp.bansho.machine.Refused if the round is closed or cannot be meant
    void admit(Connection connection, Duty duty) throws SQLException;

    /// What a rule may decide for the association at this moment.
    ByRule rules(Connection connection) throws SQLException;

    /// Notes whom a batch spoke of.
    ///
    /// @return what must be on record with it
    List<Entry> spokenOf(Connection connection, Actor actor, Job job, Duty duty, Collection<String> userNumbers)
            throws SQLException;

    /// The file was worked off: the round is counted.
    ///
    /// @return what must be on record with it
    List<Entry> finished(Connection connection, Actor actor, Job job, Duty duty) throws SQLException;
}
