package jp.bansho.numbers.intake.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.intake.RowOutcome;
import jp.bansho.numbers.intake.RunningJobs;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a member may see of jobs: an association its own, the federation those that concern it as a whole.
@Component
class JobSight {

    private static final int SHOWN = 100;

    private final Transactions transactions;
    private final Jobs jobs;
    private final RunningJobs running;

    JobSight(Transactions transactions, Jobs jobs, RunningJobs running) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.running = running;
    }

    /// A line of the list.
    record Line(Job job, JobStanding standing) {}

    /// A job with its sheet.
    ///
    /// @param lines   lines worked off so far
    /// @param percent how much of the source, by bytes, 0 to 100
    /// @param counts  lines by outcome; empty for kinds of job whose rows this desk does not know
    record Sheet(Job job, JobStanding standing, long lines, int percent, List<Count> counts) {

        /// True while somebody is at work.
        public boolean open() {
            return standing == JobStanding.WORKING || standing == JobStanding.ELSEWHERE;
        }

        /// Rows that were not simply registered or known.
        public long toLookAt() {
            return counts.stream().filter(Count::odd).mapToLong(Count::rows).sum();
        }
    }

    /// How many rows had an outcome.
    record Count(RowOutcome outcome, long rows) {
        boolean odd() {
            return outcome != RowOutcome.REGISTERED && outcome != RowOutcome.UNCHANGED;
        }

        /// Key of the outcome's word.
        public String textKey() {
            return "intake.outcome." + outcome.word();
        }
    }

    List<Line> newest(Member member) {
        return transactions.read(scope(member), connection -> {
            var busy = busy(connection, member);
            return jobs.newest(connection, SHOWN).stream()
                    .map(job -> new Line(job, standing(job, busy)))
                    .toList();
        });
    }

    /// How many jobs began, did not end and are not at work.
    long stopped(Member member) {
        return transactions.read(scope(member), connection -> {
            var busy = busy(connection, member);
            return jobs.unfinished(connection).stream()
                    .filter(job -> standing(job, busy) == JobStanding.STOPPED)
                    .count();
        });
    }

    /// A job; empty if there is none of that number in the member's scope.
    Optional<Sheet> find(Member member, long id) {
        return transactions.read(scope(member), connection -> {
            try {
                return Optional.of(sheet(connection, member, jobs.load(connection, id)));
            } catch (JobRefused none) {
                return Optional.<Sheet>empty();
            }
        });
    }

    private Sheet sheet(Connection connection, Member member, Job job) throws SQLException {
        var standing = standing(job, busy(connection, member));
        var reached = running.reached(job.id());
        var cursor = jobs.cursor(connection, job);
        var bytes = reached.map(RunningJobs.Reached::bytes).orElse(cursor.offset());
        var lines = reached.map(RunningJobs.Reached::lines).orElse(cursor.line() - 1);
        var sheet = standing == JobStanding.WORKING || job.association() == null
                ? null
                : jobs.sheet(connection, job, RowOutcome.words());
        var percent = job.finished() ? 100 : (int) (bytes * 100 / Math.max(1, job.bytes()));
        return new Sheet(job, standing, lines, percent, counts(sheet));
    }

    private static List<Count> counts(@Nullable JobSheet sheet) {
        return sheet == null
                ? List.of()
                : List.of(RowOutcome.values()).stream()
                        .map(outcome -> new Count(outcome, sheet.counts().getOrDefault(outcome.word(), 0L)))
                        .filter(count -> count.rows() > 0 || count.outcome() == RowOutcome.REGISTERED)
                        .toList();
    }

    private boolean busy(Connection connection, Member member) throws SQLException {
        return jobs.atWork(connection, Organisation.isAssociation(member.organisation()) ? member.organisation() : 0);
    }

    JobStanding standing(Job job, boolean busy) {
        return switch (job.state()) {
            case "finished" -> JobStanding.FINISHED;
            case "refused" -> JobStanding.REFUSED;
            default ->
                running.reached(job.id()).isPresent()
                        ? JobStanding.WORKING
                        : busy ? JobStanding.ELSEWHERE : JobStanding.STOPPED;
        };
    }

    static Scope scope(Member member) {
        return member.organisation() == Organisation.FEDERATION
                ? new Scope.Federation()
                : Actors.of(member).scopeOf(member.organisation());
    }
}
