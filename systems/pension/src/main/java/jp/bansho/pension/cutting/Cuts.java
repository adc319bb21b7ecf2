package jp.bansho.pension.cutting;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Home;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.Addressee;
import jp.bansho.media.CertifiedKey;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelRefused;
import jp.bansho.pension.cutting.CuttingEvent.CutApproved;
import jp.bansho.pension.cutting.CuttingEvent.CutDenied;
import jp.bansho.pension.cutting.CuttingEvent.CutResumed;
import jp.bansho.pension.cutting.CuttingEvent.InquiriesCut;
import jp.bansho.pension.staff.StaffRefused;
import jp.bansho.pension.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The desk that cuts files. One approval makes one parcel: its number is drawn and committed
/// with the approval, before a byte of the parcel is written, so that a cut that was killed can
/// only end as that parcel.
@Component
public class Cuts {

    private final Transactions transactions;
    private final Home home;
    private final Clock clock;

    Cuts(Transactions transactions, Home home, Clock clock) {
        this.transactions = transactions;
        this.home = home;
        this.clock = clock;
    }

    /// What the decision about an order was: a row to go on with, or a refusal that is on record.
    private record Decision(
            CutTable.@Nullable Row cut, @Nullable CutRefused refused) {}

    /// Makes the parcel, or ends one that was begun by the same order.
    ///
    /// @throws StaffRefused if one of the two people may not do their part
    /// @throws CutRefused   for every other reason not to make it
    public Cut cut(CutOrder order) {
        var scope = order.applicant().cutterOf(order.association());
        requireApprover(order, scope);
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

    private void requireApprover(CutOrder order, Scope.Cutter scope) {
        try {
            order.approver().requireApproverOf(order.association(), order.applicant());
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
    private Outbox.Post post(CutOrder order, Scope.Cutter scope) {
        var keys = new ParcelKeys(home.media());
        CertifiedKey own;
        try {
            own = keys.signing();
        } catch (ParcelRefused e) {
            throw denied(order, scope, CutRefused.ownKey());
        }
        try {
            Optional<Addressee> recipient = keys.recipient(Outbox.RECIPIENT);
            return new Outbox.Post(own, recipient.orElseThrow(CutRefused::recipient));
        } catch (UncheckedIOException | CutRefused e) {
            throw denied(order, scope, CutRefused.recipient());
        }
    }

    private Cut locked(Connection connection, CutOrder order, Scope.Cutter scope, Outbox.Post post)
            throws SQLException {
        var decision = transactions.recorded(scope, open -> decide(open, order));
        if (decision.refused() != null) {
            throw decision.refused();
        }
        var cut = decision.cut();
        if (cut == null) {
            throw new IllegalStateException("a decision without a cut");
        }
        try {
            var outbox = new Outbox(order, cut, post, clock);
            var left = outbox.finished();
            var hash = left.isPresent() ? left.get() : make(connection, order, scope, cut, outbox);
            transactions.recorded(scope, open -> {
                CutTable.made(open, cut, order, hash, clock.instant());
                var event = new InquiriesCut(cut.parcel(), hash, cut.people().all(), order.useBy());
                return new Recorded<>(true, List.of(entry(order, cut.id(), event)));
            });
            return new Cut(
                    Outbox.approval(cut),
                    cut.parcel(),
                    outbox.folder(),
                    cut.people(),
                    cut.since(),
                    order.referenceDay(),
                    hash);
        } catch (CutRefused refused) {
            throw denied(order, scope, refused);
        } catch (ParcelRefused refused) {
            record(order, scope, refused.reason().word());
            throw refused;
        }
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
        var parcel = ParcelNumber.make(new SecureRandom()).text();
        var since = switch (order.purpose()) {
            case REGISTRATION -> Optional.ofNullable(order.since());
            case LIFE_STATUS ->
                order.since() == null
                        ? CutTable.lastAsked(open, order.purpose(), order.referenceDay())
                        : Optional.of(order.since());
        };
        CutTable.add(open, order, since.orElse(null), clock.instant(), parcel, people);
        var cut = CutTable.find(open, order).orElseThrow();
        var event = new CutApproved(
                parcel,
                cut.approver(),
                order.referenceDay(),
                cut.since(),
                people.recipients(),
                people.spouses(),
                people.byCode());
        return new Recorded<>(new Decision(cut, null), List.of(entry(order, cut.id(), event)));
    }

    private Recorded<Decision> resume(Connection open, CutOrder order, CutTable.Row before, People people)
            throws SQLException {
        CutTable.recount(open, before.id(), clock.instant(), people);
        var cut = CutTable.find(open, order).orElseThrow();
        var event =
                new CutResumed(cut.parcel(), cut.approver(), people.recipients(), people.spouses(), people.byCode());
        return new Recorded<>(new Decision(cut, null), List.of(entry(order, cut.id(), event)));
    }

    private static boolean same(CutTable.Row cut, CutOrder order) {
        return cut.applicant().equals(order.applicant().name())
                && cut.approver().equals(order.approver().name())
                && cut.outbox().equals(CutTable.outbox(order))
                && (order.since() == null || order.since().equals(cut.since()));
    }

    private static String make(
            Connection connection, CutOrder order, Scope.Cutter scope, CutTable.Row cut, Outbox outbox)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            Transactions.enter(connection, scope);
            var rows = new InquiryRows(order.purpose(), cut.since(), order.referenceDay());
            return outbox.make(connection, rows, order.association(), cut.people());
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Recorded<Decision> refusal(CutOrder order, CutRefused refused) {
        var event = new CutDenied(refused.reason(), order.approver().name(), order.referenceDay());
        return new Recorded<>(new Decision(null, refused), List.of(entry(order, null, event)));
    }

    private CutRefused denied(CutOrder order, Scope.Cutter scope, CutRefused refused) {
        record(order, scope, refused.reason());
        return refused;
    }

    private void record(CutOrder order, Scope.Cutter scope, String reason) {
        var event = new CutDenied(reason, order.approver().name(), order.referenceDay());
        transactions.recorded(scope, _ -> new Recorded<>(true, List.of(entry(order, null, event))));
    }

    private static Entry entry(CutOrder order, @Nullable Long cut, CuttingEvent event) {
        return new Entry(
                order.applicant().stamp(order.association(), order.purpose().word(), cut), event);
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
