package jp.bansho.pension.members;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.machine.Progress;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.pension.members.MembersEvent.MembersFileRefused;
import jp.bansho.pension.members.MembersEvent.MembersLoaded;
import jp.bansho.pension.staff.Clerk;
import org.springframework.stereotype.Component;

/// The desk of the members: takes in who receives a pension, and for which spouse it is raised.
@Component
public class Members {

    private final Transactions transactions;
    private final Clock clock;

    Members(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Takes a file of layout `pensioners` in: all people of the association who receive a
    /// pension now. Whoever is known and not in the file receives none any more.
    ///
    /// @throws MembersRefused if a single row is wrong; nothing is taken in then, and the
    ///     problems are named by line and column
    public Loaded load(Clerk clerk, int association, Path file, Progress progress) {
        var scope = clerk.membersOf(association);
        var stamp = clerk.stamp(association, null, null);
        try (var connection = transactions.connection()) {
            return transactions.bulk(connection, scope, open -> {
                var loaded = taken(open, association, file, progress);
                var event = new MembersLoaded(
                        loaded.rows(), loaded.added(), loaded.changed(), loaded.unchanged(), loaded.ended());
                return new Recorded<>(loaded, List.of(new Entry(stamp, event)));
            });
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } catch (MembersRefused refused) {
            var problems = refused.problems();
            var event = new MembersFileRefused(
                    refused.reason(),
                    problems.size(),
                    problems.isEmpty() ? 0 : problems.getFirst().line(),
                    problems.isEmpty() ? 0 : problems.getFirst().column());
            transactions.recorded(scope, _ -> new Recorded<>(true, List.of(new Entry(stamp, event))));
            throw refused;
        }
    }

    private Loaded taken(Connection connection, int association, Path file, Progress progress) throws SQLException {
        var pattern = MemberTable.userNumberPattern(connection, association).orElseThrow(MembersRefused::association);
        var staging = new Staging(new MemberRow(IdentifierPattern.ofUserNumbers(pattern)));
        try (var in = Files.newInputStream(file)) {
            staging.read(connection, in, Files.size(file), progress);
        } catch (IOException e) {
            throw MembersRefused.unreadable();
        }
        if (staging.found() > 0) {
            throw MembersRefused.rows(staging.problems(), staging.found());
        }
        if (staging.rows() == 0) {
            throw MembersRefused.empty();
        }
        return MemberTable.merge(connection, association, clock.instant(), staging.rows());
    }
}
