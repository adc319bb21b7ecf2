package jp.bansho.numbers.overview;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.WorkItem.Reason;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Vault;
import org.springframework.stereotype.Component;

/// Counts how things stand for an organisation, each in its own scope: an association its own people, the federation
/// all, the operator nothing but jobs. Counting a million numbers takes a while, so what was counted serves everybody
/// of the organisation for some minutes, and says when it was counted.
@Component
public class Overview {

    /// How many days back reveals and jobs are counted.
    public static final int DAYS = 30;

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration JUST_NOW = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Vault vault;
    private final Intake intake;
    private final Jobs jobs;
    private final Organisations organisations;
    private final Clock clock;
    private final Map<Integer, Figures> counted = new ConcurrentHashMap<>();

    Overview(
            Transactions transactions,
            Vault vault,
            Intake intake,
            Jobs jobs,
            Organisations organisations,
            Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.intake = intake;
        this.jobs = jobs;
        this.organisations = organisations;
        this.clock = clock;
    }

    /// The figures of the member's organisation, at most five minutes old.
    public Figures of(Member member) {
        return within(member, FRESH);
    }

    /// Counts again, unless that was done a moment ago.
    public Figures again(Member member) {
        return within(member, JUST_NOW);
    }

    private Figures within(Member member, Duration age) {
        return counted.compute(
                member.organisation(),
                (_, before) -> before != null
                                && Duration.between(before.at(), clock.instant())
                                                .compareTo(age)
                                        < 0
                        ? before
                        : count(member));
    }

    private Figures count(Member member) {
        var actor = Actors.of(member);
        if (Organisation.isAssociation(member.organisation())) {
            return transactions.read(
                    actor.scopeOf(member.organisation()),
                    connection -> ofAssociation(connection, member.organisation()));
        }
        return member.organisation() == Organisation.FEDERATION ? ofFederation(actor) : ofOperator();
    }

    private Figures ofAssociation(Connection connection, int association) throws SQLException {
        var now = clock.instant();
        var people = new Registered(vault.counts(connection));
        var work = intake.openCounts(connection);
        var tally = jobs.tally(connection, now.minus(Duration.ofDays(DAYS)));
        Transactions.leave(connection);
        var reveals = RevealDays.read(connection, now, DAYS, association);
        return new Figures(now, people.kinds(), new TreeMap<>(), work, reveals, tally);
    }

    private Figures ofFederation(Actor actor) {
        var now = clock.instant();
        var work = new EnumMap<Reason, Long>(Reason.class);
        for (var association : organisations.associations().keySet()) {
            transactions
                    .read(actor.scopeOf(association), intake::openCounts)
                    .forEach((reason, count) -> work.merge(reason, count, Long::sum));
        }
        return transactions.read(new Scope.Federation(), connection -> {
            var people = new Registered(vault.counts(connection));
            var tally = jobs.tally(connection, now.minus(Duration.ofDays(DAYS)));
            Transactions.leave(connection);
            var reveals = RevealDays.read(connection, now, DAYS, null);
            return new Figures(now, people.kinds(), people.associations(), work, reveals, tally);
        });
    }

    private Figures ofOperator() {
        var now = clock.instant();
        var tally = transactions.read(
                new Scope.Operator(), connection -> jobs.tally(connection, now.minus(Duration.ofDays(DAYS))));
        return new Figures(
                now, new EnumMap<>(Kind.class), new TreeMap<>(), Map.of(), new TreeMap<>(), List.copyOf(tally));
    }
}
