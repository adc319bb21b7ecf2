package jp.bansho.pension.slips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.layout.Layout;
import jp.bansho.layout.LayoutUnknown;
import jp.bansho.layout.Layouts;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Refused;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.Counts;
import jp.bansho.media.Delivered;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelRefused;
import jp.bansho.pension.outbox.Consignment;
import jp.bansho.pension.outbox.Outbox;
import jp.bansho.pension.outbox.Post;
import jp.bansho.pension.slips.SlipsEvent.SlipsApproved;
import jp.bansho.pension.slips.SlipsEvent.SlipsCut;
import jp.bansho.pension.slips.SlipsEvent.SlipsDenied;
import jp.bansho.pension.slips.SlipsEvent.SlipsResumed;
import jp.bansho.pension.staff.Clerk;
import jp.bansho.pension.staff.StaffRefused;
import jp.bansho.pension.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The desk that cuts slips and reports. An approval freezes the records and draws the parcel's
/// number in one transaction; the parcel is made of the frozen records alone, so that a cut that
/// was killed ends as exactly what was approved.
@Component
public class Slips {

    /// The number machine on a medium.
    static final String RECIPIENT = "numbers";

    private static final String RETURN = "destroy after intake, send the certificate";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Home home;
    private final Clock clock;

    Slips(Transactions transactions, Outbox outbox, Home home, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.home = home;
        this.clock = clock;
    }

    /// A cut to go on with, and its parcel.
    private record Going(Consignment parcel, Label label, Sums sums, long violations) {}

    /// Makes the parcel, or ends one that was begun by the same order.
    ///
    /// @throws StaffRefused if one of the people may not do their part
    /// @throws SlipsRefused for every other reason not to make it; nothing is kept then
    public SlipCut cut(SlipOrder order, Progress progress) {
        var scope = order.party().applicant().slips();
        try {
            order.party().require(Clerk.ALL);
            var layout = layout(order);
            var payer = Payer.read(home.folder(), order.file());
            var post = outbox.post(RECIPIENT);
            try (var connection = transactions.connection()) {
                connection.setAutoCommit(true);
                if (!lock(connection, order)) {
                    throw SlipsRefused.inProgress();
                }
                try {
                    return locked(connection, order, new Making(scope, layout, payer, post, progress));
                } finally {
                    unlock(connection);
                }
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } catch (ParcelRefused refused) {
            record(order, scope, refused.reason().word());
            throw refused;
        } catch (Refused refused) {
            record(order, scope, refused.reason());
            throw refused;
        }
    }

    /// What a cut is made with.
    private record Making(Scope scope, Layout layout, Payer payer, Post post, Progress progress) {}

    private static Layout layout(SlipOrder order) {
        if (!Files.isDirectory(order.outbox())) {
            throw SlipsRefused.outbox();
        }
        if (order.corrects() != null && order.wanted() == null) {
            throw SlipsRefused.correctionWithoutList();
        }
        try {
            return Layouts.find(order.file().layout(), order.taxYear());
        } catch (LayoutUnknown e) {
            throw SlipsRefused.year();
        }
    }

    private SlipCut locked(Connection connection, SlipOrder order, Making making) throws SQLException {
        var found = transactions.read(making.scope(), open -> SlipTable.find(open, order));
        if (found.isPresent() && found.get().made()) {
            throw SlipsRefused.done(found.get().parcel());
        }
        var going =
                found.isPresent() ? resumed(order, making.scope(), found.get()) : approved(connection, order, making);
        var left = outbox.finished(going.parcel(), going.label(), making.post());
        var delivered = left.isPresent() ? left.get() : make(connection, order, making, going);
        return made(order, making.scope(), going, delivered);
    }

    private Going approved(Connection connection, SlipOrder order, Making making) throws SQLException {
        try {
            return transactions.bulk(connection, making.scope(), open -> {
                var parcel = consignment(order, Outbox.application(open), order.useBy());
                var begun = outbox.begin(open, parcel);
                Transactions.enter(open, making.scope());
                var number = begun.label().number().text();
                var expected = 2 * YearTable.sums(open, order).records();
                var freezing = new Freezing(
                        open,
                        order,
                        making.layout(),
                        making.payer(),
                        at -> making.progress().at(at, at, expected));
                var sums = frozen(freezing, parcel.application());
                SlipTable.add(open, order, parcel, number, sums, freezing.violations(), clock.instant());
                var event = new SlipsApproved(
                        order.file().word(),
                        order.taxYear(),
                        order.corrects(),
                        order.replaces(),
                        order.wanted() != null,
                        number,
                        order.party().approver().name(),
                        sums.records(),
                        sums.payment(),
                        sums.tax(),
                        freezing.violations());
                var entries = new ArrayList<>(begun.entries());
                entries.add(entry(order, parcel.application(), event));
                return new Recorded<>(new Going(parcel, begun.label(), sums, freezing.violations()), entries);
            });
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static Sums frozen(Freezing freezing, long number) throws SQLException {
        try {
            return freezing.freeze(number);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private Going resumed(SlipOrder order, Scope scope, SlipTable.Row before) {
        var party = order.party();
        if (!before.applicant().equals(party.applicant().name())
                || !before.approver().equals(party.approver().name())
                || !before.outbox().equals(SlipTable.outbox(order))) {
            throw SlipsRefused.otherOrder();
        }
        return transactions.recorded(scope, open -> {
            var parcel = consignment(order, before.id(), before.useBy());
            var begun = outbox.begin(open, parcel);
            var event = new SlipsResumed(order.file().word(), order.taxYear(), before.parcel(), before.approver());
            var entries = new ArrayList<>(begun.entries());
            entries.add(entry(order, before.id(), event));
            return new Recorded<>(new Going(parcel, begun.label(), before.sums(), before.violations()), entries);
        });
    }

    private Delivered make(Connection connection, SlipOrder order, Making making, Going going) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Transactions.enter(connection, making.scope());
            var sums = going.sums();
            var file = order.file().fileName();
            return outbox.make(going.parcel(), going.label(), making.post(), file, out -> {
                var written = RecordTable.write(
                        connection,
                        going.parcel().application(),
                        out,
                        at -> making.progress().at(sums.records() + at, sums.records() + at, 2 * sums.records()));
                if (!written.equals(sums)) {
                    throw SlipsRefused.changedMeanwhile();
                }
                return new Counts(written.records(), written.records());
            });
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private SlipCut made(SlipOrder order, Scope scope, Going going, Delivered delivered) {
        var parcel = going.parcel();
        var number = going.label().number().text();
        var hash = delivered.manifestHash();
        var sums = going.sums();
        var associations = transactions.recorded(scope, open -> {
            SlipTable.made(open, parcel.application(), hash, clock.instant());
            var found = SlipTable.associations(open, parcel.application());
            var event = new SlipsCut(
                    order.file().word(),
                    order.taxYear(),
                    number,
                    hash,
                    sums.records(),
                    sums.payment(),
                    sums.tax(),
                    parcel.useBy());
            var entries = new ArrayList<Entry>(outbox.written(open, parcel, delivered));
            entries.add(entry(order, parcel.application(), event));
            return new Recorded<>(found, entries);
        });
        return new SlipCut(
                going.label().approval(), number, parcel.folder(), sums, going.violations(), associations, hash);
    }

    private static Consignment consignment(SlipOrder order, long application, LocalDate useBy) {
        var folder = "%s-%d-%d".formatted(order.file().word(), order.taxYear(), application);
        return new Consignment(
                application,
                order.party(),
                Clerk.ALL,
                order.file().layout(),
                order.file().purpose(),
                RECIPIENT,
                useBy,
                RETURN,
                order.medium(),
                order.outbox().resolve(folder));
    }

    private void record(SlipOrder order, Scope scope, String reason) {
        var event = new SlipsDenied(
                order.file().word(),
                order.taxYear(),
                reason,
                order.party().approver().name());
        transactions.recorded(scope, _ -> new Recorded<>(true, List.of(entry(order, null, event))));
    }

    private static Entry entry(SlipOrder order, @Nullable Long cut, SlipsEvent event) {
        return new Entry(order.party().applicant().stamp(Clerk.ALL, order.file().purpose(), cut), event);
    }

    /// Held by the session, so that it ends with it, however it ends.
    private static boolean lock(Connection connection, SlipOrder order) throws SQLException {
        var what = "slips/%s/%d".formatted(order.file().word(), order.taxYear());
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
