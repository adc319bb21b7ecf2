package jp.bansho.numbers.cycle;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.intake.Duties;
import jp.bansho.numbers.intake.Duty;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.intake.Observation;
import jp.bansho.numbers.intake.Rehearsals;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The October round (N9): next year's declarations are first compared with what is held, then
/// registered. A file that was not compared is not registered.
@Component
public class Declarations {

    private final Transactions transactions;
    private final Rehearsals rehearsals;
    private final Intake intake;
    private final Jobs jobs;
    private final Duties duties;
    private final Clock clock;

    Declarations(
            Transactions transactions, Rehearsals rehearsals, Intake intake, Jobs jobs, Duties duties, Clock clock) {
        this.transactions = transactions;
        this.rehearsals = rehearsals;
        this.intake = intake;
        this.jobs = jobs;
        this.duties = duties;
        this.clock = clock;
    }

    /// Compares and registers nothing; the comparison is kept and on record.
    ///
    /// @param year the year the declarations are about
    /// @throws CycleRefused if the round of that year is closed or not near
    public Comparison compare(Actor actor, int association, Path file, int year) {
        var duty = Duty.declarationsOf(year);
        admit(actor, association, duty);
        var print = jobs.recognise(file);
        return rehearsals.dependants(actor, association, file, (connection, rehearsed) -> {
            var gone = Answers.notNamed(connection, duty.month(), rehearsed.named());
            var comparison = new Comparison(
                    rehearsed.lines(),
                    rehearsed.same(),
                    rehearsed.of(Observation.Sort.NUMBER_CHANGED),
                    rehearsed.of(Observation.Sort.REGISTERED),
                    rehearsed.of(Observation.Sort.UNCLEAR),
                    gone);
            ComparisonTable.add(connection, duty, bytes(print), comparison, actor.name(), clock.instant());
            var event = new CycleEvent.DeclarationsCompared(duty.month().toString(), comparison.words());
            return new Recorded<>(comparison, List.of(Cycles.entry(actor, association, duty, event)));
        });
    }

    /// Registers a file that was compared: what is new; a changed number becomes a proposed change that waits.
    ///
    /// @param deadline 提出期限 of the declarations; null if it is recorded elsewhere
    /// @throws CycleRefused if the very same file was not compared
    public JobSheet register(
            Actor actor, int association, Path file, int year, @Nullable LocalDate deadline, Progress progress) {
        var duty = Duty.declarationsOf(year);
        admit(actor, association, duty);
        var print = jobs.recognise(file);
        var compared = transactions.read(
                actor.scopeOf(association), connection -> ComparisonTable.has(connection, duty, bytes(print)));
        if (!compared) {
            var refused = new CycleRefused(CycleRefused.Reason.NOT_COMPARED);
            var event = new CycleEvent.CycleActRefused("register", refused.reason());
            transactions.recorded(
                    actor.scopeOf(association),
                    _ -> new Recorded<>(event, List.of(Cycles.entry(actor, association, duty, event))));
            throw refused;
        }
        var order = new IntakeOrder(
                JobKind.DEPENDANTS, actor, Purpose.DEPENDANTS_DECLARATION, association, file, false, deadline, duty);
        return intake.run(order, progress);
    }

    /// The newest comparison for an October.
    public Optional<Comparison> newest(Actor actor, int association, Duty duty) {
        return transactions.read(actor.scopeOf(association), connection -> ComparisonTable.newest(connection, duty));
    }

    private void admit(Actor actor, int association, Duty duty) {
        transactions.read(actor.scopeOf(association), connection -> {
            duties.admit(connection, duty);
            return duty;
        });
    }

    private static byte[] bytes(String print) {
        return HexFormat.of().parseHex(print);
    }
}
