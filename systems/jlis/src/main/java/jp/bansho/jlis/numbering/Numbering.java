package jp.bansho.jlis.numbering;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// The front door of the numbers: first ones, new ones, and opening them for an answer. Works on the connection of the
/// caller's transaction, which is also where the caller puts it on record.
@Component
public class Numbering {

    private static final long FIRST_11_END = 100_000_000_000L;

    private final KeyRing keys;
    private final RandomGenerator random = new SecureRandom();

    Numbering(KeyRing keys) {
        this.keys = keys;
    }

    /// Takes the first numbers of residents who come with one: of `firstResident` and those after it, in this order.
    ///
    /// @param numbers bare numbers whose check digits were looked at
    /// @param count   how many of them
    /// @throws SQLException with a state of the class 23 if one of them was issued before
    public void enter(Connection connection, long firstResident, long[] numbers, int count) throws SQLException {
        NumberTable.first(connection, new NumberSafe(keys), firstResident, numbers, count);
    }

    /// Gives residents their next numbers (個人番号の変更), which nobody has or ever had.
    ///
    /// @param changes at most one for each resident
    /// @throws NumberTaken if a wished number was issued before
    public void change(Connection connection, Collection<Change> changes) throws SQLException {
        var safe = new NumberSafe(keys);
        var generations = NumberTable.generations(
                connection, changes.stream().mapToLong(Change::resident).toArray());
        for (var change : changes) {
            var generation = generations.getOrDefault(change.resident(), 0) + 1;
            if (change.wished() != null) {
                if (!NumberTable.issue(
                        connection,
                        safe,
                        change.resident(),
                        generation,
                        change.wished().inTheClear())) {
                    throw new NumberTaken();
                }
                continue;
            }
            while (!NumberTable.issue(connection, safe, change.resident(), generation, draw())) {
                // somebody has or had it: draw another
            }
        }
    }

    /// The present numbers of residents, for an answer that is recorded by whoever gives it.
    public Map<Long, IndividualNumber> open(Connection connection, List<Long> residents) throws SQLException {
        return NumberTable.open(connection, new NumberSafe(keys), residents);
    }

    private long draw() {
        var first11 = random.nextLong(1, FIRST_11_END);
        return first11 * 10 + IndividualNumber.checkDigit(first11);
    }
}
