package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What waits on the work list about one person, for the person's page.
@Component
public class PersonWork {

    /// Open items that name the person or the user number, or say that the person holds a number; oldest first. In the
    /// caller's scope.
    public List<OpenWork> of(Connection connection, long subject, String userNumber) throws SQLException {
        var sql = """
                select id, job, line, reason, coalesce(echo_key, ''), opened_at
                  from intake.work_item
                 where state = 'open' and (subject = ? or other_subject = ? or echo_key = ?)
                 order by id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            statement.setLong(2, subject);
            statement.setString(3, userNumber);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<OpenWork>();
                while (row.next()) {
                    found.add(new OpenWork(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            WorkItem.Reason.of(row.getString(4)),
                            row.getString(5),
                            row.getTimestamp(6).toInstant()));
                }
                return found;
            }
        }
    }
}
