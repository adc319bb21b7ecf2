package jp.bansho.juki.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.bansho.audit.Entry;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.staff.Settings;
import jp.bansho.juki.store.JukiScope;
import jp.bansho.juki.store.MediaScope;
import jp.bansho.machine.Home;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.ContentWipe;
import jp.bansho.media.Counts;
import jp.bansho.media.InspectedParcel;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.Receiving;
import jp.bansho.media.ledger.Arrival;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.media.ledger.MediaAnswer;
import jp.bansho.media.ledger.MediaRefused;
import jp.bansho.media.ledger.NotedParcel;
import jp.bansho.media.ledger.Opening;
import jp.bansho.media.ledger.ParcelState;
import jp.bansho.media.ledger.TwoPeople;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.Sealer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes parcels of inquiries in (P4, J1, J2): registered, checked row by row, cut into batches,
/// sealed under a key made for this job alone. All of a parcel or nothing.
@Component
public class Inquiries {

    /// This machine's word in parcels.
    public static final String ORGANISATION = "juki";

    private static final Pattern FILE = Pattern.compile("identity-inquiries-([0-9]{2})\\.csv");
    private static final Set<String> PURPOSES = Set.of("registration", "life-status");
    private static final int MOST = 200;

    private final Transactions transactions;
    private final KeyRing ring;
    private final Home home;
    private final Clock clock;
    private final Ledger ledger;
    private final Settings settings;
    private final int batchSize;

    Inquiries(
            Transactions transactions,
            KeyRing ring,
            Home home,
            Clock clock,
            Ledger ledger,
            Settings settings,
            @Value("${bansho.juki.batch-size}") int batchSize) {
        this.transactions = transactions;
        this.ring = ring;
        this.home = home;
        this.clock = clock;
        this.ledger = ledger;
        this.settings = settings;
        this.batchSize = batchSize;
    }

    /// Takes a parcel in: registered by two people unopened, read, confirmed, its contents wiped from the medium. Where
    /// that broke off, the same call goes on.
    ///
    /// @param arrival the medium, and who brought it
    /// @throws InquiryRefused by the parcel's or the ledger's named reason, or for rows that break a rule; it is on
    ///     record
    public Job takeIn(Path folder, Arrival arrival, Pair pair) {
        var people = settings.two(pair);
        var keys = new ParcelKeys(home.media());
        try {
            var wiping = wiping(folder);
            if (wiping.isPresent()) {
                return wiped(wiping.get(), folder, people);
            }
            var parcel = inspected(folder, keys);
            var number = parcel.manifest().label().number();
            var known = transactions.read(new MediaScope(), c -> ledger.parcel(c, number));
            if (known.isEmpty()) {
                parcel.verify();
                noted(c -> ledger.incoming().register(c, people, parcel, arrival));
            }
            if (known.map(NotedParcel::state)
                    .filter(ParcelState.CONFIRMED::equals)
                    .isEmpty()) {
                var opening = noted(c -> ledger.incoming().open(c, people.doer(), parcel, null));
                takenIn(opening, parcel, keys, pair);
            }
            return wiped(number, folder, people);
        } catch (ParcelRefused refused) {
            throw onRecord(InquiryRefused.parcel(refused), pair);
        } catch (MediaRefused refused) {
            throw InquiryRefused.ledger(refused); // the ledger has put it on record
        } catch (InquiryRefused refused) {
            throw onRecord(refused, pair);
        }
    }

    /// The parcel whose contents are gone from that place while its wiping is not on record yet.
    private Optional<ParcelNumber> wiping(Path folder) {
        return ContentWipe.noted(folder)
                .filter(note -> transactions
                        .read(new MediaScope(), c -> ledger.parcel(c, note.number()))
                        .filter(known -> known.state() == ParcelState.CONFIRMED)
                        .isPresent())
                .map(ContentWipe.Note::number);
    }

    private Job wiped(ParcelNumber number, Path folder, TwoPeople people) {
        noted(c -> ledger.incoming().wipe(c, people, number, folder));
        return transactions
                .read(new JukiScope(), c -> JobTable.byParcel(c, number.text()))
                .orElseThrow(InquiryRefused::noSuchJob);
    }

    /// A parcel that was confirmed and not wiped yet is no replay: its wiping goes on.
    private InspectedParcel inspected(Path folder, ParcelKeys keys) {
        return new ParcelReader(new Receiving(
                        ORGANISATION,
                        PURPOSES,
                        keys.senders(),
                        number -> transactions
                                .read(new MediaScope(), c -> ledger.parcel(c, number))
                                .map(NotedParcel::state)
                                .filter(ParcelState.WIPED::equals)
                                .isPresent(),
                        clock))
                .inspect(folder);
    }

    /// A step in the ledger of media.
    @FunctionalInterface
    public interface LedgerStep<T> {
        MediaAnswer<T> on(Connection connection) throws SQLException;
    }

    /// Takes a step in the ledger of media, in a transaction of its own; refusals are on record, too.
    ///
    /// @throws MediaRefused if the ledger refuses
    public <T> T noted(LedgerStep<T> step) {
        return transactions
                .<MediaAnswer<T>>recorded(new MediaScope(), c -> {
                    var answer = step.on(c);
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    private void takenIn(Opening opening, InspectedParcel parcel, ParcelKeys keys, Pair pair) {
        var label = parcel.manifest().label();
        var files = parcel.manifest().files();
        var name = FILE.matcher(files.getFirst().name());
        if (files.size() != 1
                || files.getFirst().counts().rows() == 0
                || !name.matches()
                || !label.content().equals(InquiryFile.LAYOUT)) {
            throw InquiryRefused.content();
        }
        var association = Integer.parseInt(name.group(1));
        var version = transactions.read(new JukiScope(), c -> JobTable.nextKeyVersion(c, association));
        var key = new KeyName(KeyPurpose.TRANSIT_SEAL, association, version);
        try (var connection = transactions.connection();
                var opened = opening.open(keys.receiving());
                var _ = NewKeys.guarded(connection)) {
            if (!ring.names().contains(key)) { // there already if an attempt before this one was killed
                ring.make(key);
            }
            transactions.bulk(connection, new JukiScope(), c -> {
                var seal = new TransitSeal(new Sealer(ring.secretKey(key)), association, version);
                var file = new InquiryFile(batchSize);
                var rows = files.getFirst().counts().rows();
                var job = JobTable.add(
                        c,
                        association,
                        label.purpose(),
                        label.number().text(),
                        parcel.manifestHash(),
                        label.approval(),
                        version,
                        rows,
                        Math.toIntExact((rows + batchSize - 1) / batchSize));
                try (var in = opened.stream(files.getFirst())) {
                    file.read(
                            in,
                            (number, lines, text) ->
                                    JobTable.addBatch(c, job, number, lines, seal.sealInquiries(number, text)));
                } catch (IOException e) {
                    throw new UncheckedIOException("the parcel could not be read", e);
                }
                if (!file.violations().isEmpty()) {
                    throw InquiryRefused.rows(file.violations());
                }
                opened.complete(Map.of(files.getFirst().name(), new Counts(file.rows(), file.rows())));
                JobTable.step(c, job, clock.instant(), "taken-in", null, file.rows(), pair);
                var event = new InquiryEvent.InquiriesTakenIn(
                        label.number().text(),
                        parcel.manifestHash(),
                        file.rows(),
                        file.batches(),
                        String.valueOf(pair.witness()));
                Transactions.enter(c, new MediaScope());
                var confirmed = ledger.incoming().confirm(c, pair.one(), label.number(), job);
                var entries = new ArrayList<Entry>();
                entries.add(new Entry(pair.stamp(association, label.purpose(), job), event));
                entries.addAll(confirmed.entries());
                return new Recorded<>(confirmed.value(), entries);
            });
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private InquiryRefused onRecord(InquiryRefused refused, Pair pair) {
        transactions.recorded(
                new JukiScope(),
                _ -> new Recorded<>(
                        true,
                        List.of(new Entry(
                                pair.stamp(null, null, null),
                                new InquiryEvent.InquiriesRefused(refused.reason(), String.valueOf(pair.witness()))))));
        return refused;
    }

    /// A job.
    ///
    /// @throws InquiryRefused if there is none of that number
    public Job one(long id) {
        return find(id).orElseThrow(InquiryRefused::noSuchJob);
    }

    private Optional<Job> find(long id) {
        return transactions.read(new JukiScope(), c -> JobTable.byId(c, id));
    }

    /// How many batches of a job are answered.
    public int answered(long id) {
        return transactions.read(new JukiScope(), c -> JobTable.answered(c, id));
    }

    /// The newest jobs.
    public List<Job> newest() {
        return transactions.read(new JukiScope(), c -> JobTable.newest(c, MOST));
    }

    /// Jobs of which something is still held here.
    public List<Job> unfinished() {
        return transactions.read(new JukiScope(), JobTable::unfinished);
    }

    /// Adds a line to a job's execution log, in the caller's transaction.
    public void step(Connection connection, Job job, String step, Long count, Pair pair) throws SQLException {
        JobTable.step(connection, job.id(), clock.instant(), step, null, count, pair);
    }
}
