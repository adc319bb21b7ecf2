package jp.bansho.numbers.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.intake.PersonWork;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.PurposeDecision;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.numbers.vault.VaultEvent;
import org.springframework.stereotype.Component;

/// The registry desk's front door: people and numbers one by one from the business terminal (N3, N5).
///
/// Every act is one transaction with its record, refusals included. A change carries the version of the
/// person that its form showed and is refused if somebody changed the person meanwhile. Whether the actor's
/// role has the right is asked by the screen; whether the purpose allows it (C5), and whose people they are
/// (N12), is asked here.
@Component
public class Registry {

    private final Acts acts;
    private final Registrations registrations;
    private final Changes changes;
    private final Transactions transactions;
    private final Linkage linkage;
    private final Vault vault;
    private final PurposeTable purposes;
    private final PersonWork work;

    Registry(
            Acts acts,
            Registrations registrations,
            Changes changes,
            Transactions transactions,
            Linkage linkage,
            Vault vault,
            PurposeTable purposes,
            PersonWork work) {
        this.acts = acts;
        this.registrations = registrations;
        this.changes = changes;
        this.transactions = transactions;
        this.linkage = linkage;
        this.vault = vault;
        this.purposes = purposes;
        this.work = work;
    }

    /// The page of a person: identifiers, states of the numbers, no number. That it was shown is on record.
    ///
    /// @throws jp.bansho.numbers.staff.StaffRefused if it is not the actor's association
    public PersonPage see(Actor actor, Ground ground, int association, long subject) {
        return transactions.looked(
                actor.scopeOf(association), connection -> seen(connection, actor, ground, association, subject));
    }

    /// The whole sheet of a person in one act: the page, the work that waits, and who was there before.
    ///
    /// @param mostUses how many uses at most, the newest first
    public PersonSheet sheet(Actor actor, Ground ground, int association, long subject, int mostUses) {
        return transactions.looked(actor.scopeOf(association), connection -> {
            var seen = seen(connection, actor, ground, association, subject);
            if (!(seen.value() instanceof PersonPage.Shown shown)) {
                return new Recorded<>(new PersonSheet(seen.value(), List.of(), List.of()), seen.entries());
            }
            var open = work.of(connection, subject, shown.person().userNumber());
            var before = Uses.read(connection, association, subject, mostUses);
            var entries = new ArrayList<>(seen.entries());
            entries.add(new Entry(seen.entries().getFirst().stamp(), new RegistryEvent.UsesShown(before.size())));
            return new Recorded<>(new PersonSheet(shown, open, before), entries);
        });
    }

    private Recorded<PersonPage> seen(Connection connection, Actor actor, Ground ground, int association, long subject)
            throws SQLException {
        var person = linkage.byId(connection, subject);
        var decision = person.isEmpty()
                ? purposes.decide(ground.department(), ground.purpose(), NumberAct.SEE)
                : purposes.decide(
                        ground.department(),
                        ground.purpose(),
                        person.get().kind().code(),
                        NumberAct.SEE);
        var stamp = actor.stamp(association, decision, subject);
        if (decision instanceof PurposeDecision.Refused refused) {
            var event = new VaultEvent.PurposeRefused(refused.row(), NumberAct.SEE.word());
            var answer = new PersonPage.Refused(refused.english(), refused.japanese());
            return new Recorded<>(answer, List.of(new Entry(stamp, event)));
        }
        if (person.isEmpty()) {
            var event = new RegistryEvent.RegistrationRefused(NumberAct.SEE.word(), Refusal.NOT_THERE.word());
            return new Recorded<>(new PersonPage.Nobody(), List.of(new Entry(stamp, event)));
        }
        var numbers = vault.history(connection, subject);
        var page = new PersonPage.Shown(
                person.get(), linkage.inUse(connection, subject), numbers, Version.of(person.get(), numbers));
        return new Recorded<>(page, List.of(new Entry(stamp, new RegistryEvent.PersonShown())));
    }

    /// Registers a person with a number. A number that somebody else of the association holds is never
    /// overwritten: it becomes an item of the work list.
    public Outcome register(Actor actor, Ground ground, int association, NewPerson person) {
        var order = new Order(actor, ground, association, "register");
        return acts.run(order, null, act -> registrations.register(act, person));
    }

    /// Replaces the identifiers of a person; what is empty is removed. The kind stays.
    public Outcome changeIdentifiers(
            Actor actor, Ground ground, int association, long subject, String version, Identifiers identifiers) {
        var order = new Order(actor, ground, association, "change-identifiers");
        return acts.run(
                order,
                subject,
                act -> changes.change(act, subject, version, person -> changes.identifiers(act, person, identifiers)));
    }

    /// Gives a person another number: the one in force becomes a former one and is kept. A person without a
    /// number gets the first one.
    public Outcome changeNumber(
            Actor actor,
            Ground ground,
            int association,
            long subject,
            String version,
            TypedNumber number,
            Confirmation confirmation,
            ChangeReason reason) {
        var order = new Order(actor, ground, association, "change-number");
        return acts.run(
                order,
                subject,
                act -> changes.change(
                        act, subject, version, person -> changes.number(act, person, number, confirmation, reason)));
    }

    /// Compares a number of this year's declaration with the one in force; the one that is kept stays where
    /// it is (N5).
    public Outcome confirmAgainst(Actor actor, Ground ground, int association, long subject, TypedNumber number) {
        var order = new Order(actor, ground, association, "confirm");
        return acts.run(
                order, subject, act -> changes.with(act, subject, person -> changes.confirm(act, person, number)));
    }

    /// Takes somebody who was registered by mistake out of use: found no more, on no tax file, the numbers
    /// withdrawn and out of the index, the user number free. Nothing is destroyed here; erasure with a
    /// certificate is the retention desk's later work, and until then the sealed rows stay.
    public Outcome delete(Actor actor, Ground ground, int association, long subject, String version, EndReason reason) {
        var order = new Order(actor, ground, association, "delete");
        return acts.run(
                order,
                subject,
                act -> changes.change(act, subject, version, person -> changes.end(act, person, reason)));
    }
}
