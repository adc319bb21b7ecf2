package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.Counts;
import jp.bansho.media.InspectedParcel;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.numbers.job.Sources;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a source parcel of the tax season: nothing of it is ever written down in clear.
@Component
class ReportReading {

    private final Sources sources;
    private final Home home;
    private final NumberBook book;
    private final KeyRing ring;
    private final Transactions transactions;
    private final Ledger ledger;

    ReportReading(Sources sources, Home home, NumberBook book, KeyRing ring, Transactions transactions, Clock clock) {
        this.sources = sources;
        this.home = home;
        this.book = book;
        this.ring = ring;
        this.transactions = transactions;
        this.ledger = new Ledger(Actor.SYSTEM, code -> code == 0 ? Actor.SYSTEM : "association-" + code, clock);
    }

    /// What is read, and how.
    ///
    /// @param late    in a supplement: by line, the fields that were empty; else null
    /// @param written whether the pass is written, and so read a second time by the self-check
    record Plan(
            TaxReport report,
            int taxYear,
            Mode mode,
            @Nullable Map<Long, Set<Integer>> late,
            boolean written) {}

    /// Work on a pass.
    @FunctionalInterface
    interface Work<T> {
        /// Does it.
        ///
        /// @param complete to be called when all was read: holds the counts against the sender's
        T on(ReportPass pass, Runnable complete) throws IOException, SQLException;
    }

    ParcelKeys keys() {
        return new ParcelKeys(home.media());
    }

    Ledger ledger() {
        return ledger;
    }

    /// Looks at a parcel, unopened.
    ///
    /// @throws TaxfileRefused if it is not for this, or by the parcel's own reason
    InspectedParcel source(Path folder, TaxReport report) {
        try {
            var parcel = sources.parcel(folder);
            var manifest = parcel.manifest();
            if (!manifest.label().content().equals(report.source())
                    || !manifest.label().purpose().equals(report.label())
                    || !manifest.files().getFirst().name().equals(report.sourceFile())) {
                throw TaxfileRefused.content(report);
            }
            return parcel;
        } catch (ParcelRefused refused) {
            throw refused(refused);
        } catch (UncheckedIOException e) {
            throw new TaxfileRefused(
                    "no-certificates",
                    "this machine has no certificates for parcels yet, or its table of senders cannot be read",
                    "媒体用の証明書がまだないか、送付元の一覧を読めません");
        }
    }

    /// Notes in the ledger of media that a registered parcel is opened.
    void open(Actor actor, InspectedParcel parcel, @Nullable Long job) {
        transactions
                .recorded(new Scope.Media(0), connection -> {
                    var answer = ledger.incoming().open(connection, handle(actor), parcel, job);
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    /// Opens the numbers in memory, which is on record before the first one is, and runs a pass
    /// over the parcel.
    <T> T read(Actor actor, InspectedParcel parcel, Plan plan, @Nullable Long job, Progress progress, Work<T> work)
            throws SQLException {
        var scope = actor.federationScope();
        var stamp = actor.stamp(null, plan.report().purpose(), null, job);
        transactions.<Boolean>recorded(
                scope,
                _ -> new Recorded<>(true, List.of(new Entry(stamp, new TaxfileEvent.NumbersOpened(plan.taxYear())))));
        var recipe = Recipe.of(plan.report(), plan.taxYear());
        var file = parcel.manifest().files().getFirst();
        var marks = plan.written() || plan.mode() != Mode.FIRST
                ? ring.secretKey(ring.newest(KeyPurpose.FILE_FINGERPRINT, 0))
                : null;
        try (var numbers = book.read(scope, progress);
                var opened = parcel.open(keys().receiving());
                var in = opened.stream(file);
                var pass = new ReportPass(
                        new ReportBlock.Order(
                                recipe, numbers, book.userNumbers(scope), plan.late(), marks, plan.written()),
                        in,
                        progress,
                        file.bytes())) {
            return work.on(
                    pass,
                    () -> opened.complete(
                            Map.of(file.name(), new Counts(file.counts().items(), pass.slips))));
        } catch (ParcelRefused refused) {
            throw refused(refused);
        } catch (IOException e) {
            throw new UncheckedIOException("a parcel could not be read or written to its end", e);
        }
    }

    static TaxfileRefused refused(ParcelRefused refused) {
        return new TaxfileRefused(
                refused.reason().word(),
                refused.reason().word() + ": " + refused.reason().english(),
                refused.reason().japanese());
    }

    static jp.bansho.media.ledger.Actor handle(Actor actor) {
        return jp.bansho.media.ledger.Actor.named(actor.name(), 0, actor.capacity());
    }
}
