package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.PurposeDecision;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.numbers.vault.OpenVault;
import jp.bansho.numbers.vault.Provenance;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.numbers.vault.VaultEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where people decide what a machine must not (N4, N5): the work list with all that a decision needs, and
/// the decision itself, carried out and recorded in one transaction. Whether the actor's role may decide is
/// asked by the screen.
@Component
public class WorkDecisions {

    private static final int TERMINAL = 3;

    private final Transactions transactions;
    private final Linkage linkage;
    private final Vault vault;
    private final Jobs jobs;
    private final Facts facts;
    private final PurposeTable purposes;
    private final Clock clock;

    WorkDecisions(
            Transactions transactions,
            Linkage linkage,
            Vault vault,
            Jobs jobs,
            Facts facts,
            PurposeTable purposes,
            Clock clock) {
        this.transactions = transactions;
        this.linkage = linkage;
        this.vault = vault;
        this.jobs = jobs;
        this.facts = facts;
        this.purposes = purposes;
        this.clock = clock;
    }

    /// What waits for a person, oldest first; that it was shown is on record.
    ///
    /// @throws jp.bansho.numbers.staff.StaffRefused if it is not the actor's association
    public List<WorkSheet> list(Actor actor, int association, int most) {
        return transactions.recorded(actor.scopeOf(association), connection -> {
            var sheets = new ArrayList<WorkSheet>();
            for (var row : WorkTable.open(connection, most)) {
                sheets.add(sheet(connection, row));
            }
            return new Recorded<>(List.copyOf(sheets), List.of(shown(actor, association, sheets.size())));
        });
    }

    /// One item that waits for a person; empty if it does not wait any more. That it was shown is on record, for each
    /// of its people.
    ///
    /// @throws jp.bansho.numbers.staff.StaffRefused if it is not the actor's association
    public Optional<WorkSheet> item(Actor actor, int association, long id) {
        return transactions.recorded(actor.scopeOf(association), connection -> {
            var row = WorkTable.find(connection, id).filter(WorkRow::open);
            var sheet = row.isEmpty() ? Optional.<WorkSheet>empty() : Optional.of(sheet(connection, row.get()));
            var entries = new ArrayList<Entry>();
            entries.add(shown(actor, association, sheet.isEmpty() ? 0 : 1));
            sheet.stream()
                    .flatMap(
                            found -> Stream.of(Optional.ofNullable(found.person()), Optional.ofNullable(found.other())))
                    .flatMap(Optional::stream)
                    .mapToLong(party -> party.person().id())
                    .distinct()
                    .forEach(subject -> entries.add(new Entry(
                            actor.stamp(association, null, subject, null), new IntakeEvent.WorkItemShown(id))));
            return new Recorded<>(sheet, entries);
        });
    }

    /// True if a note holds what may be an Individual Number: such a note is not even shown again.
    public boolean refusesNote(String note) {
        return Note.holdsANumber(note);
    }

    /// Puts something on the work list in the caller's transaction; what waits already does not wait twice.
    public void open(Connection connection, WorkItem item, Instant now) throws SQLException {
        IntakeTable.addWorkItems(connection, 0, List.of(item), now);
    }

    /// Decides an item and carries the decision out. An item can be decided once.
    ///
    /// @param note why; some decisions demand it, none may hold a number
    /// @throws jp.bansho.numbers.staff.StaffRefused if it is not the actor's association
    public Decided decide(Actor actor, Ground ground, int association, long item, WorkDecision decision, String note) {
        return transactions.recorded(
                actor.scopeOf(association),
                connection -> vault.lend(
                        connection,
                        association,
                        open -> decide(connection, open, actor, ground, association, item, decision, note.strip())));
    }

    private Recorded<Decided> decide(
            Connection connection,
            OpenVault open,
            Actor actor,
            Ground ground,
            int association,
            long id,
            WorkDecision decision,
            String note)
            throws SQLException {
        var anyone = purposes.decide(ground.department(), ground.purpose(), NumberAct.REGISTER);
        var refusals = new Refusals(actor, association, id);
        if (!jobs.keepAway(connection, association)) {
            return refusals.because(DecisionRefusal.JOB_RUNNING, anyone, null);
        }
        var row = WorkTable.lock(connection, id);
        if (row.isEmpty()) {
            return refusals.because(DecisionRefusal.NOT_THERE, anyone, null);
        }
        var item = row.get();
        var subject = item.subject();
        var person = subject == null ? null : linkage.lock(connection, subject).orElse(null);
        var purpose = purpose(connection, ground, item);
        if (purpose instanceof PurposeDecision.Refused refused) {
            return refusals.by(refused, subject);
        }
        var refusal = refusal(item, decision, note, subject != null && person == null);
        var alongside = new ArrayList<AuditEvent>();
        if (refusal.isEmpty()) {
            var provenance = new Provenance(TERMINAL, item.job(), clock.instant(), actor.name());
            refusal = new Deciding(connection, linkage, vault, open, facts, provenance, alongside::add)
                    .carryOut(item, decision, person);
        }
        if (refusal.isPresent()) {
            return refusals.because(refusal.get(), purpose, subject);
        }
        WorkTable.decide(connection, id, decision, note, actor.name(), clock.instant());
        var event = new IntakeEvent.WorkDecided(id, item.reason().word(), decision.word());
        var stamp = actor.stamp(association, purpose, subject);
        var entries = new ArrayList<Entry>();
        alongside.forEach(fact -> entries.add(new Entry(stamp, fact)));
        entries.add(new Entry(stamp, event));
        return new Recorded<>(new Decided.Done(), entries);
    }

    /// The purpose must fit the person the row names, or else the person who holds the number.
    private PurposeDecision purpose(Connection connection, Ground ground, WorkRow item) throws SQLException {
        var concerned = item.subject() != null ? item.subject() : item.other();
        var person = concerned == null ? Optional.<Person>empty() : linkage.byId(connection, concerned);
        return person.isEmpty()
                ? purposes.decide(ground.department(), ground.purpose(), NumberAct.REGISTER)
                : purposes.decide(
                        ground.department(),
                        ground.purpose(),
                        person.get().kind().code(),
                        NumberAct.REGISTER);
    }

    private static Optional<DecisionRefusal> refusal(
            WorkRow item, WorkDecision decision, String note, boolean outOfUse) {
        if (!item.open()) {
            return Optional.of(DecisionRefusal.DECIDED_ALREADY);
        }
        if (!WorkDecision.choices(item.reason(), outOfUse).contains(decision)) {
            return Optional.of(DecisionRefusal.NOT_A_CHOICE);
        }
        if (decision.needsNote() && note.isEmpty()) {
            return Optional.of(DecisionRefusal.NOTE_MISSING);
        }
        return Note.holdsANumber(note) ? Optional.of(DecisionRefusal.NOTE_HOLDS_A_NUMBER) : Optional.empty();
    }

    private WorkSheet sheet(Connection connection, WorkRow row) throws SQLException {
        var person = party(connection, row.subject());
        return new WorkSheet(
                row.id(),
                row.reason(),
                row.openedAt(),
                row.job(),
                row.line(),
                row.echoKey(),
                person,
                party(connection, row.other()),
                row.generation(),
                ObservationTable.ofItem(connection, row.id()).orElse(null),
                WorkDecision.choices(row.reason(), person != null && !person.inUse()));
    }

    private WorkSheet.@Nullable Party party(Connection connection, @Nullable Long handle) throws SQLException {
        var person = handle == null ? Optional.<Person>empty() : linkage.byId(connection, handle);
        return person.isEmpty()
                ? null
                : new WorkSheet.Party(
                        person.get(),
                        linkage.inUse(connection, person.get().id()),
                        vault.history(connection, person.get().id()));
    }

    private static Entry shown(Actor actor, int association, int items) {
        return new Entry(actor.stamp(association, null, null, null), new IntakeEvent.WorkListShown(items));
    }

    /// Refusals of one decision, each with its record.
    private record Refusals(Actor actor, int association, long item) {

        Recorded<Decided> because(DecisionRefusal why, PurposeDecision purpose, @Nullable Long subject) {
            var event = new IntakeEvent.DecisionRefused(item, why.word());
            return recorded(new Decided.Refused(why), purpose, subject, event);
        }

        Recorded<Decided> by(PurposeDecision.Refused refused, @Nullable Long subject) {
            var event = new VaultEvent.PurposeRefused(refused.row(), NumberAct.REGISTER.word());
            return recorded(new Decided.Refused(refused), refused, subject, event);
        }

        private Recorded<Decided> recorded(
                Decided answer, PurposeDecision purpose, @Nullable Long subject, AuditEvent event) {
            return new Recorded<>(answer, List.of(new Entry(actor.stamp(association, purpose, subject), event)));
        }
    }
}
