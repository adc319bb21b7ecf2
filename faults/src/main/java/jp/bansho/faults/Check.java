package jp.bansho.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.KeyFile;

/// Holds the machine against the ledger: nothing acknowledged is missing, nothing is half done, nothing is there twice,
/// no number was shown without its record, and the record verifies.
final class Check {

    private final Site site;
    private final Ledger ledger;
    private final Tally tally;

    Check(Site site, Ledger ledger, Tally tally) {
        this.site = site;
        this.ledger = ledger;
        this.tally = tally;
    }

    /// Everything; nobody may be at work meanwhile.
    ///
    /// @param when what was done before, for the message
    void run(String when) throws SQLException, IOException {
        try (var connection = site.connect()) {
            var held = Held.read(connection, site.home);
            ledger.settle(held.numbers.keySet());
            var must = new FileLines(site, ledger).rows(connection, tally, when);
            must.putAll(ledger.must());
            must.keySet().removeAll(erasures(when, connection).keySet());
            people(when, held, must);
            index(when, connection, held);
            invariants(when, connection);
            reveals(when, connection);
            record(when, connection);
        }
    }

    /// Runs that were seen as committed stay so, and nothing of their people is left.
    ///
    /// @return whoever must be gone
    private Map<String, Long> erasures(String when, Connection connection) throws SQLException {
        for (var run : ledger.runs()) {
            var committed = Sql.number(
                            connection,
                            "select count(*) from retention.run where state in ('erased', 'destroyed', 'certified') and id = "
                                    + run)
                    == 1;
            tally.lost(!committed && ledger.isErased(run) ? 1 : 0, when + ": an erasure that had been committed");
            if (committed) {
                ledger.erased(run);
            }
        }
        var gone = ledger.gone();
        if (!gone.isEmpty()) {
            var handles = gone.values().stream().map(String::valueOf).collect(Collectors.joining(","));
            for (var place : List.of(
                    "linkage.subject where id",
                    "vault.sealed_number where subject",
                    "vault.number_index where subject",
                    "retention.death where subject")) {
                var left = Sql.number(connection, "select count(*) from " + place + " in (" + handles + ")");
                tally.wrong(left > 0, when + ": erased people are still in " + place + ": " + left);
            }
        }
        return gone;
    }

    private void people(String when, Held held, Map<String, String> must) {
        tally.lost(
                must.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(held.numbers.get(entry.getKey())))
                        .count(),
                when + ": acknowledged numbers that are not held, or are others");
        var more = new HashSet<>(held.numbers.keySet());
        more.removeAll(must.keySet());
        tally.wrong(
                !more.isEmpty(), when + ": numbers held that no finished batch or answer accounts for: " + more.size());
        var without = held.withoutNumber.stream()
                .filter(userNumber -> !ledger.mayBeWithoutNumber(userNumber))
                .count();
        tally.wrong(without > 0, when + ": people without their number: " + without);
        tally.lost(
                held.unreadable.size(),
                when + ": " + held.unreadable.stream().limit(3).toList());
        tally.doubled(held.twice.size(), when + ": people with two current numbers");
        tally.doubled(
                held.numbers.size() - new HashSet<>(held.numbers.values()).size(), when + ": numbers of two people");
    }

    /// An index that says it is whole is whole.
    private void index(String when, Connection connection, Held held) throws SQLException {
        for (var alive : Sql.rows(connection, "select association, version from vault.index_alive")) {
            var expected = held.tags.stream()
                    .filter(tag -> tag.startsWith(alive + "|"))
                    .collect(Collectors.toSet());
            var found = Set.copyOf(Sql.rows(connection, """
                    select association, version, tag, subject, generation, state
                      from vault.number_index where association = %s and version = %s
                    """.formatted((Object[]) alive.split("\\|", -1))));
            var missing = new HashSet<>(expected);
            missing.removeAll(found);
            var surplus = new HashSet<>(found);
            surplus.removeAll(expected);
            tally.lost(missing.size(), when + ": numbers without their entry in an index that is whole");
            tally.doubled(surplus.size(), when + ": entries of the index without their number");
        }
    }

    private void invariants(String when, Connection connection) throws SQLException {
        for (var invariant : Invariant.values()) {
            var rows = Sql.number(connection, invariant.sql());
            if (rows > 0) {
                switch (invariant.kind()) {
                    case LOST -> tally.lost(rows, when + ": " + invariant.words());
                    case DOUBLED -> tally.doubled(rows, when + ": " + invariant.words());
                    case HALF -> tally.wrong(when + ": " + invariant.words() + ": " + rows);
                }
            }
        }
    }

    /// No number was shown without its record, and no request is on record twice.
    private void reveals(String when, Connection connection) throws SQLException {
        var recorded = Sql.rows(
                connection,
                "select details::json ->> 'caseReference' from audit.record where event = 'number-revealed'");
        var once = new HashSet<String>();
        tally.doubled(
                recorded.stream()
                        .filter(caseReference -> !once.add(caseReference))
                        .count(),
                when + ": reveals on record twice");
        tally.lost(
                ledger.shownCases().stream()
                        .filter(shown -> !once.contains(shown))
                        .count(),
                when + ": numbers shown without their record");
        once.removeAll(ledger.cases());
        tally.wrong(!once.isEmpty(), when + ": reveals on record that nobody asked for: " + once.size());
    }

    private void record(String when, Connection connection) throws SQLException, IOException {
        if (Sql.number(connection, "select count(*) from audit.record") == 0) {
            return;
        }
        var found =
                new AuditVerifier(site.home.auditHeads(), KeyFile.read(site.home.auditPublicKey())).verify(connection);
        tally.wrong(!found.sound(), when + ": the record does not verify: " + found.findings());
    }
}
