package jp.bansho.numbers.inspection;

import java.time.Clock;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.linkage.SubjectMarks;
import jp.bansho.numbers.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Planted people (おとり): records of an association that nobody has business with. Whoever looks at one is asked
/// why; auditors alone know which they are (L5).
@Component
public class Honeytokens {

    private final Transactions transactions;
    private final Watches watches;
    private final Clock clock;

    Honeytokens(Transactions transactions, Watches watches, Clock clock) {
        this.transactions = transactions;
        this.watches = watches;
        this.clock = clock;
    }

    /// What became of marking somebody.
    public enum Marked {
        /// The person is marked from now on.
        DONE,
        /// Nobody has that user number.
        NOBODY,
        /// The person is marked already.
        ALREADY
    }

    /// The people marked in the member's association.
    public List<Honeytoken> list(Member member) {
        var watch = own(member);
        return transactions.recorded(watch.scope(), connection -> {
            var found = HoneytokenTable.list(connection);
            return recorded(found, member, watch, null, new InspectionEvent.HoneytokensShown(found.size()));
        });
    }

    /// Marks the person with that user number.
    public Marked mark(Member member, String userNumber, String note) {
        var watch = own(member);
        return transactions.recorded(watch.scope(), connection -> {
            var subject =
                    SubjectMarks.handles(connection, List.of(userNumber)).getOrDefault(userNumber, List.of()).stream()
                            .findFirst();
            if (subject.isEmpty()) {
                return recorded(Marked.NOBODY, member, watch, null, new InspectionEvent.LogPersonSought(false));
            }
            var done = HoneytokenTable.mark(
                    connection, watch.code(), subject.get(), note.strip(), member.account(), clock.instant());
            return done
                    ? recorded(Marked.DONE, member, watch, subject.get(), new InspectionEvent.HoneytokenMarked())
                    : recorded(Marked.ALREADY, member, watch, subject.get(), new InspectionEvent.LogPersonSought(true));
        });
    }

    /// Takes the mark off a person.
    ///
    /// @throws AccessRefused if the association has no such mark
    public void lift(Member member, long subject) {
        var watch = own(member);
        transactions.recorded(watch.scope(), connection -> {
            if (!HoneytokenTable.lift(connection, subject, member.account(), clock.instant())) {
                throw new AccessRefused("not-marked", "that person is not marked", "その人はおとりに登録されていません");
            }
            return recorded(true, member, watch, subject, new InspectionEvent.HoneytokenLifted());
        });
    }

    private Watch.OfAssociation own(Member member) {
        if (watches.of(member) instanceof Watch.OfAssociation watch) {
            return watch;
        }
        throw new AccessRefused("no-association", "planted people belong to an association", "おとりの登録は構成組合の監査担当者が行います");
    }

    private static <T> Recorded<T> recorded(
            T value, Member member, Watch watch, @Nullable Long subject, InspectionEvent event) {
        var stamp = member.stamp(Actor.SYSTEM, watch.association(), null, subject);
        return new Recorded<>(value, List.of(new Entry(stamp, event)));
    }
}
