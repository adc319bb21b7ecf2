package jp.bansho.numbers.erasure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.linkage.SubjectMarks;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// The front door of what becomes due when, and why (R2). Counts name nobody and are not recorded; a list is.
@Component
public class Outlooks {

    private final Transactions transactions;
    private final Clock clock;

    Outlooks(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The calendar day in Japan.
    public LocalDate today() {
        return Today.of(clock);
    }

    /// The outlook of the member's association; of all of them for the federation.
    public Outlook of(Member member) {
        var association = Organisation.isAssociation(member.organisation());
        var scope = association
                ? new Scope.Association(member.organisation())
                : Actors.of(member).federationScope();
        return transactions.read(scope, connection -> OutlookTable.read(connection, today(), association));
    }

    /// How many uses are due today in the member's association, people on hold left out.
    public long due(Member member) {
        return transactions.read(
                new Scope.Association(member.organisation()), connection -> OutlookTable.due(connection, today()));
    }

    /// What is due by a day, the earliest first; that it was shown is on record.
    public List<DueLine> list(Member member, LocalDate until, int most) {
        var actor = Actors.of(member);
        return transactions.recorded(actor.scopeOf(member.organisation()), connection -> {
            var found = OutlookTable.list(connection, until, today(), most);
            var event = new ErasureEvent.DueListShown(until, found.size());
            return new Recorded<>(
                    found, List.of(new Entry(actor.stamp(member.organisation(), null, null, null), event)));
        });
    }

    /// The handles of the people in use with that user number.
    ///
    /// @throws StaffRefused if the member works for no association
    public List<Long> handles(Member member, String userNumber) {
        return transactions.read(
                Actors.of(member).scopeOf(member.organisation()),
                connection ->
                        SubjectMarks.handles(connection, List.of(userNumber)).getOrDefault(userNumber, List.of()));
    }

    /// The user numbers of people on a list, as far as they are still there.
    public List<Listed> listed(Member member, long run, int most) {
        return transactions.read(Actors.of(member).scopeOf(member.organisation()), connection -> {
            var items = RunTable.items(connection, run);
            var part = items.subList(0, Math.min(most, items.size()));
            var names = SubjectMarks.userNumbers(
                    connection, part.stream().map(RunItem::subject).toList());
            return part.stream()
                    .map(item -> new Listed(item, names.getOrDefault(item.subject(), "")))
                    .toList();
        });
    }

    /// An item of a run with the person's user number; empty once nobody knows it any more.
    public record Listed(RunItem item, String userNumber) {}
}
