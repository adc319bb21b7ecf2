package jp.bansho.pension.cutting;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Refused;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.Counts;
import jp.bansho.media.Delivered;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelRefused;
import jp.bansho.pension.cutting.CuttingEvent.CutApproved;
import jp.bansho.pension.cutting.CuttingEvent.CutDenied;
import jp.bansho.pension.cutting.CuttingEvent.CutResumed;
import jp.bansho.pension.cutting.CuttingEvent.InquiriesCut;
import jp.bansho.pension.outbox.Consignment;
import jp.bansho.pension.outbox.Outbox;
import jp.bansho.pension.outbox.OutboxRefused;
import jp.bansho.pension.outbox.Post;
import jp.bansho.pension.staff.StaffRefused;
import jp.bansho.pension.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The desk that cuts files of inquiries. One approval makes one parcel: its number is drawn and committed with the
/// approval, in the ledger of media, before a byte of the parcel is written, so that a cut that was killed can only end
/// as that parcel.
@Component
public class Cuts {

    /// The machine of the resident register network on a medium.
    static final String RECIPIENT = "juki";

    private static final String CONTENT = "identity-inquiries";
    private static final String RETURN = "destroy after intake, send the certificate";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    Cuts(Transactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// A row to go on with, and its parcel.
    private record Going(CutTable.Row cut, Consignment parcel, Label label) {}

    /// What the decision about an order was: something to go on with, or a refusal that is on record.
    private record Decision(@Nullable Going going, @Nullable CutRefused refused) {}

    /// Makes the parcel, or ends one that was begun by the same order.
    ///
    /// @throws StaffRefused if one of the two people may not do their part
    /// @throws CutRefused   for every other reason not to make it
    public Cut cut(CutOrder order) {
        var scope = order.party().applicant().cutterOf(order.association());
        requireParty(order, scope);
        requireSense(order, scope);
        var post = post(order, scope);
        try (var connection = transactions.connection()) {
            connection.setAutoCommit(true);
            if (!lock(connection, order)) {
                throw denied(order, scope, CutRefused.inProgress());
            }
            try {
                return locked(connection, order, scope, post);
            } finally {
                unlock(connection);
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private void requireParty(CutOrder order, Scope.Cutter scope) {
        try {
            order.party().require(order.association());
        } catch (StaffRefused refused) {
            record(order, scope, refused.reason());
            throw refused;
        }
    }

    private void requireSense(CutOrder order, Scope.Cutter scope) {
        var since = order.since();
        if (!Files.isDirectory(order.outbox())) {
            throw denied(order, scope, CutRefused.outbox());
        }
        if (since != null && since.isAfter(order.referenceDay())) {
            throw denied(order, scope, CutRefused.since());
        }
    }

    /// The own key and the recipient's certificate, before anything is approved.
    private Post post(CutOrder order, Scope.Cutter scope) {
        try {
            return outbox.post(RECIPIENT);
        } catch (OutboxRefused refused) {
            throw denied(order, scope, refused);
        }
    }

    private Cut locked(Connection connection, CutOrder order, Scope.Cutter scope, Post post) throws SQLException {
        try {
            var decision = transactions.recorded(scope, open -> decide(open, order));
            if (decision.refused() != null) {
                throw decision.refused();
            }
            var going = Objects.requireNonNull(decision.going());
            try {
                return made(connection, order, scope, post, going);
            } catch (CutRefused refused) {
                throw denied(order, scope, refused);
            }
        } catch (OutboxRefused refused) {
            throw denied(order, scope, refused);
        } catch (ParcelRefused refused) {
            record(order, scope, refused.reason().word());
            throw refused;
        }
    }

    private Cut made(Connection connection, CutOrder order, Scope.Cutter scope, Post post, Going going)
            throws SQLException {
        var cut = going.cut();
        var left = outbox.finished(going.parcel(), going.label(), post);
        var delivered = left.isPresent() ? left.get() : make(connection, order, scope, going, post);
        var hash = delivered.manifestHash();
        transactions.recorded(scope, open -> {
            CutTable.made(open, cut, hash, clock.instant());
            var event = new InquiriesCut(
                    cut.parcel(), hash, cut.people().all(), going.parcel().useBy());
            var entries = new ArrayList<Entry>(outbox.written(open, going.parcel(), delivered));
            entries.add(entry(order, cut.id(), event));
            return new Recorded<>(true, entries);
        });
        return new Cut(
                going.label().approval(),
                cut.parcel(),
                going.parcel().folder(),
                cut.people(),
                cut.since(),
                order.referenceDay(),
                hash);
    }

    private Recorded<Decision> decide(Connection open, CutOrder order) throws SQLException {
        if (!CutTable.known(open, order.association())) {
            return refusal(order, CutRefused.association());
        }
        var found = CutTable.find(open, order);
        if (found.isPresent() && found.get().made()) {
            return refusal(order, CutRefused.done(found.get().parcel()));
        }
        if (found.isPresent() && !same(found.get(), order)) {
            return refusal(order, CutRefused.otherOrder());
        }
        var people = CutTable.people(open, order.purpose());
        if (people.all() == 0) {
            return refusal(order, CutRefused.nobody());
        }
        return found.isPresent() ? resume(open, order, found.get(), people) : approve(open, order, people);
    }

    private Recorded<Decision> approve(Connection open, CutOrder order, People people) throws SQLException {
        var since = switch (order.purpose()) {
            case REGISTRATION -> Optional.ofNullable(order.since());
            case LIFE_STATUS ->
                order.since() == null
                        ? CutTable.lastAsked(open, order.purpose(), order.referenceDay())
                        : Optional.of(order.since());
        };
        var parcel = consignment(order, Outbox.application(open), order.useBy());
        var begun = outbox.begin(open, parcel);
        Transactions.enter(open, new Scope.Cutter(order.association()));
        var number = begun.label().number().text();
        CutTable.add(open, parcel.application(), order, since.orElse(null), clock.instant(), number, people);
        var cut = CutTable.find(open, order).orElseThrow();
        var event = new CutApproved(
                number,
                cut.approver(),
                order.referenceDay(),
                cut.since(),
                people.recipients(),
                people.spouses(),
                people.byCode());
        var entries = new ArrayList<>(begun.entries());
        entries.add(entry(order, cut.id(), event));
        return new Recorded<>(new Decision(new Going(cut, parcel, begun.label()), null), entries);
    }

    private Recorded<Decision> resume(Connection open, CutOrder order, CutTable.Row before, People people)
            throws SQLException {
        var parcel = consignment(order, before.id(), Objects.requireNonNullElse(before.useBy(), order.useBy()));
        var begun = outbox.begin(open, parcel);
        Transactions.enter(open, new Scope.Cutter(order.association()));
        CutTable.recount(open, before.id(), clock.instant(), people);
        var cut = CutTable.find(open, order).orElseThrow();
        var event =
                new CutResumed(cut.parcel(), cut.approver(), people.recipients(), people.spouses(), people.byCode());
        var entries = new ArrayList<>(begun.entries());
        entries.add(entry(order, cut.id(), event));
        return new Recorded<>(new Decision(new Going(cut, parcel, begun.label()), null), entries);
    }

    private static Consignment consignment(CutOrder order, long application, LocalDate useBy) {
        var folder = "inquiries-%02d-%s-%s"
                .formatted(order.association(), order.purpose().word(), order.referenceDay());
        return new Consignment(
                application,
                order.party(),
                order.association(),
                CONTENT,
                order.purpose().word(),
                RECIPIENT,
                useBy,
                RETURN,
                order.medium(),
                order.outbox().resolve(folder));
    }

    private static boolean same(CutTable.Row cut, CutOrder order) {
        return cut.applicant().equals(order.party().applicant().name())
                && cut.approver().equals(order.party().approver().name())
                && cut.outbox().equals(CutTable.outbox(order))
                && (order.since() == null || order.since().equals(cut.since()));
    }

    private Delivered make(Connection connection, CutOrder order, Scope.Cutter scope, Going going, Post post)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            Transactions.enter(connection, scope);
            var cut = going.cut();
            var rows = new InquiryRows(order.purpose(), cut.since(), order.referenceDay());
            var file = CONTENT + "-%02d.csv".formatted(order.association());
            return outbox.make(going.parcel(), going.label(), post, file, out -> {
                rows.write(connection, out);
                if (!rows.people().equals(cut.people())) {
                    throw CutRefused.changedMeanwhile();
                }
                return new Counts(rows.people().all(), rows.people().all());
            });
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Recorded<Decision> refusal(CutOrder order, CutRefused refused) {
        var event = new CutDenied(refused.reason(), order.party().approver().name(), order.referenceDay());
        return new Recorded<>(new Decision(null, refused), List.of(entry(order, null, event)));
    }

    private <R extends Refused> R denied(CutOrder order, Scope.Cutter scope, R refused) {
        record(order, scope, refused.reason());
        return refused;
    }

    private void record(CutOrder order, Scope.Cutter scope, String reason) {
        var event = new CutDenied(reason, order.party().approver().name(), order.referenceDay());
        transactions.recorded(scope, _ -> new Recorded<>(true, List.of(entry(order, null, event))));
    }

    private static Entry entry(CutOrder order, @Nullable Long cut, CuttingEvent event) {
        return new Entry(
                order.party()
                        .applicant()
                        .stamp(order.association(), order.purpose().word(), cut),
                event);
    }

    /// Held by the session, so that it ends with it, however it ends.
    private static boolean lock(Connection connection, CutOrder order) throws SQLException {
        var what = "cut/%d/%s/%s".formatted(order.association(), order.purpose().word(), order.referenceDay());
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, what);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }
}
