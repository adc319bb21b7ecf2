package jp.bansho.machine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.media.ledger.Actor;

/// What a machine does about media that are missing or overdue: it opens incidents 事故, or says to whom they have to be
/// reported (S6, M4).
@FunctionalInterface
public interface MediaAlarm {

    /// What was done.
    ///
    /// @param entries  what must be on record in the same transaction
    /// @param english  for whoever stands at the machine
    /// @param japanese the same
    record Raised(List<Entry> entries, String english, String japanese) {

        /// Keeps the list.
        public Raised {
            entries = List.copyOf(entries);
        }

        /// Both texts.
        public String message() {
            return english + " / " + japanese;
        }
    }

    /// Raises it, in the transaction in which the ledger noted it.
    ///
    /// @param connection in some scope; what scope it is left in does not matter
    /// @param lost       at least one
    Raised raised(Connection connection, Actor actor, List<LostMedium> lost) throws SQLException;
}
