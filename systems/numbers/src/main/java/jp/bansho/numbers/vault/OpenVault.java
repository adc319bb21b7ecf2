package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.bansho.individual.IndividualNumber;

/// One association's part of the vault, opened for work. Holds unwrapped keys: keep it no longer than the work, and on
/// one thread. All methods work on the caller's connection, in the caller's scope and transaction.
public final class OpenVault {

    private final VaultKeys keys;
    private final OpenPads pads;

    OpenVault(VaultKeys keys, OpenPads pads) {
        this.keys = keys;
        this.pads = pads;
    }

    int association() {
        return keys.association();
    }

    /// The index value of a number; by law still an Individual Number, so it goes nowhere but into the index.
    public UUID tag(IndividualNumber number) {
        return keys.index().of(number.inTheClear());
    }

    /// Refuses to go on while the index is not whole.
    ///
    /// @throws IndexLost after a crash or a restore, until [Vault#rebuildIndex] has run
    public void requireIndex(Connection connection) throws SQLException {
        if (!IndexRows.alive(
                connection, keys.association(), keys.use(connection).indexVersion())) {
            throw new IndexLost(keys.association());
        }
    }

    /// Who holds that number, for whoever only asks: no lock is taken, and nothing is missed while keys change.
    ///
    /// @throws IndexLost while the index is not whole
    Optional<Holder> seek(Connection connection, IndividualNumber number) throws SQLException {
        return IndexSearch.holder(connection, keys, number.inTheClear());
    }

    /// Who holds these numbers. Sorted tags make neighbouring probes fall on the same index pages.
    public Map<UUID, Holder> holders(Connection connection, List<UUID> sortedTags) throws SQLException {
        return IndexRows.holders(connection, sortedTags);
    }

    /// The newest generation, and the current one if any, of each of these people that has a number at all.
    public Map<Long, Generations> generations(Connection connection, Collection<Long> subjects) throws SQLException {
        var sql = """
                select n.subject, max(n.generation), coalesce(max(n.generation) filter (where n.state = 1), 0)
                  from unnest(?::bigint[]) wanted (subject)
                  join vault.sealed_number n using (subject)
                 group by n.subject
                """;
        var found = new HashMap<Long, Generations>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", subjects.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getLong(1), new Generations(row.getInt(2), row.getInt(3)));
                }
            }
        }
        return found;
    }

    /// How many numbers a person had here.
    ///
    /// @param newest  the highest generation
    /// @param current the generation that is in force; 0 if none is
    public record Generations(int newest, int current) {}

    /// Begins to keep new numbers: reserves their pads and seals each on a thread of its own, so that the caller can
    /// write the people meanwhile. Nothing is kept before [Sealing#keep].
    public Sealing seal(Connection connection, List<NewNumber> fresh) throws SQLException {
        return new Sealing(connection, keys.use(connection), fresh);
    }

    /// Keeps one new number and enters it in the index. Its pad comes from a block that others share.
    public void keep(Connection connection, NewNumber number, Provenance provenance) throws SQLException {
        keys.use(connection);
        SingleNumbers.keep(connection, keys, pads.next(connection, keys), number, provenance);
    }

    /// Keeps for one person, sealed anew, the number that was withdrawn from another; nobody sees it on the way.
    ///
    /// @param from       the person from whom it was withdrawn
    /// @param held       which of that person's numbers it is
    /// @param generation which of the new person's numbers it becomes
    /// @return false if somebody holds it meanwhile
    public boolean passOn(
            Connection connection, long from, int held, long to, int generation, int kind, Provenance provenance)
            throws SQLException {
        keys.use(connection);
        var number = number(connection, from, held);
        var tag = tag(number);
        if (!holders(connection, List.of(tag)).isEmpty()) {
            return false;
        }
        keep(connection, new NewNumber(to, generation, kind, number, tag, NumberState.CURRENT), provenance);
        return true;
    }

    /// Makes a current number a former one.
    public void retire(Connection connection, long subject, int generation) throws SQLException {
        settle(connection, subject, generation, NumberState.FORMER);
    }

    /// Says what a kept number is to its person from now on. Whatever is neither current nor former nor proposed leaves
    /// the index, so that whoever it belongs to can be registered.
    public void settle(Connection connection, long subject, int generation, NumberState state) throws SQLException {
        keys.use(connection);
        var clear = number(connection, subject, generation).inTheClear();
        var settled = new Holder(subject, generation, state);
        switch (state) {
            case CURRENT, FORMER, PROPOSED -> IndexRows.setState(connection, keys, clear, settled);
            case REJECTED, WITHDRAWN -> IndexRows.remove(connection, keys, clear, settled);
        }
    }

    /// Withdraws all numbers of somebody who was registered by mistake.
    public void withdraw(Connection connection, long subject) throws SQLException {
        for (var generation : SingleNumbers.indexed(connection, subject)) {
            settle(connection, subject, generation, NumberState.WITHDRAWN);
        }
    }

    /// True if that is the number in force of that person; the one that is kept does not leave the vault.
    public boolean isInForce(Connection connection, long subject, IndividualNumber number) throws SQLException {
        return SealedRows.current(connection, keys, subject).map(number::equals).orElse(false);
    }

    private IndividualNumber number(Connection connection, long subject, int generation) throws SQLException {
        return SealedRows.open(connection, keys, subject, generation)
                .orElseThrow(() -> new IllegalStateException("a number to be settled is not there"));
    }

    /// Tags in the order the index keeps them.
    public static List<UUID> sorted(Collection<UUID> tags) {
        return tags.stream().sorted(IndexRows.BY_BYTES).toList();
    }
}
