package jp.bansho.numbers.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.bansho.audit.Entry;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.job.Cursor;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.job.Sources;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.vault.Vault;
import org.springframework.stereotype.Component;

/// Decides every row of a dependants file as its registration would, and writes nothing: what would
/// change is seen before it is done (N9).
@Component
public class Rehearsals {

    private static final int BATCH = 5_000;

    private final Transactions transactions;
    private final Jobs jobs;
    private final Sources sources;
    private final Linkage linkage;
    private final Vault vault;
    private final Facts facts;
    private final Duties duties;

    Rehearsals(
            Transactions transactions,
            Jobs jobs,
            Sources sources,
            Linkage linkage,
            Vault vault,
            Facts facts,
            Duties duties) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.sources = sources;
        this.linkage = linkage;
        this.vault = vault;
        this.facts = facts;
        this.duties = duties;
    }

    /// What a file would lead to.
    ///
    /// @param same  rows that say what is held
    /// @param seen  rows that say something else, by what
    /// @param named handles of the known people the file names
    public record Rehearsed(long lines, long same, Map<Observation.Sort, Long> seen, Set<Long> named) {

        /// How many rows say that.
        public long of(Observation.Sort sort) {
            return seen.getOrDefault(sort, 0L);
        }
    }

    /// What else is done with the result in the same transaction.
    @FunctionalInterface
    public interface Noting<T> {
        /// Keeps the result in the caller's own tables.
        Recorded<T> keep(Connection connection, Rehearsed rehearsed) throws SQLException;
    }

    /// Rehearses; that it was done is on record.
    ///
    /// @throws jp.bansho.numbers.job.JobRefused if a job of the association is at work
    public <T> T dependants(Actor actor, int association, Path file, Noting<T> noting) {
        var scope = actor.scopeOf(association);
        try (var connection = transactions.connection();
                var _ = jobs.lock(connection, association)) {
            vault.rebuildIndex(actor, association);
            return transactions.bulk(connection, scope, c -> {
                var rehearsed = rehearse(c, association, file);
                var kept = noting.keep(c, rehearsed);
                var counts = new ArrayList<String>();
                counts.add("unchanged=" + rehearsed.same());
                rehearsed.seen().forEach((sort, rows) -> counts.add(sort.word() + "=" + rows));
                var event = new IntakeEvent.Rehearsed(JobKind.DEPENDANTS.word(), rehearsed.lines(), counts);
                var stamp = actor.stamp(association, Purpose.DEPENDANTS_DECLARATION, null, null);
                var entries = new ArrayList<>(kept.entries());
                entries.addFirst(new Entry(stamp, event));
                return new Recorded<>(kept.value(), List.copyOf(entries));
            });
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private Rehearsed rehearse(Connection connection, int association, Path file) throws SQLException {
        var open = vault.open(association);
        open.requireIndex(connection);
        var rules = duties.rules(connection);
        var rows = new DependantRows(linkage.association(connection, association));
        var before = Known.nothing();
        var lines = 0L;
        var same = 0L;
        var seen = new EnumMap<Observation.Sort, Long>(Observation.Sort.class);
        var named = new HashSet<Long>();
        try (var source = new SourceFile(sources.of(file), Cursor.START, rows)) {
            for (var batch = source.next(BATCH); batch != null; batch = source.next(BATCH)) {
                var tagged = ReadAhead.tagged(open, batch);
                var known = Known.read(connection, linkage, open, facts, tagged);
                known.people.values().forEach(person -> named.add(person.id()));
                known.takeOver(before, tagged);
                var observing = new Observing(0, known, rules);
                var decision = new Decider(association, linkage.handles(connection), known, observing).decide(tagged);
                lines += tagged.size();
                same += decision.outcomes.count(RowOutcome.UNCHANGED.code());
                decision.observations.forEach(one -> seen.merge(one.sort(), 1L, Long::sum));
                before = known;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end", e);
        }
        return new Rehearsed(lines, same, seen, named);
    }
}
