package jp.bansho.juki.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.InquiryRefused;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.juki.inquiry.TransitSeal;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.store.JukiScope;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.Counts;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ParcelWriter;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// Hands a job's answers on to the number machine, with the execution log, and deletes everything held for it in the
/// same step (J5, M6). Killed before the commit, nothing was handed out and the next attempt removes what lies there;
/// killed after it, the next start destroys the key.
@Component
public class Delivery {

    private static final String TO = "numbers";
    private static final int DAYS = 30;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Transactions transactions;
    private final Inquiries inquiries;
    private final Wiping wiping;
    private final KeyRing ring;
    private final Home home;
    private final Clock clock;

    Delivery(Transactions transactions, Inquiries inquiries, Wiping wiping, KeyRing ring, Home home, Clock clock) {
        this.transactions = transactions;
        this.inquiries = inquiries;
        this.wiping = wiping;
        this.ring = ring;
        this.home = home;
        this.clock = clock;
    }

    /// Writes the parcel into a new folder of that name's parent.
    ///
    /// @param outbox an existing folder, on the medium; the parcel's folder in it bears the parcel's number
    /// @return the job, wiped
    /// @throws InquiryRefused  if not all is answered, or it was delivered before
    /// @throws DeliveryRefused by the named reason of the parcel, with everything still here
    public Job handOut(long id, Path outbox, Pair pair, Progress progress) {
        try {
            var job = inquiries.one(id);
            switch (job.state()) {
                case TAKEN_IN -> throw InquiryRefused.unanswered();
                case DELIVERED, WIPED -> throw InquiryRefused.state(job);
                case ANSWERED -> write(job, outbox.toAbsolutePath(), pair, progress);
            }
        } catch (ParcelRefused refused) {
            throw onRecord(id, DeliveryRefused.parcel(refused), pair);
        } catch (DeliveryRefused refused) {
            throw onRecord(id, refused, pair);
        }
        wiping.finish(pair);
        return inquiries.one(id);
    }

    private void write(Job job, Path outbox, Pair pair, Progress progress) {
        removeLeft(job);
        var keys = new ParcelKeys(home.media());
        var addressee = keys.recipient(TO).orElseThrow(() -> DeliveryRefused.unknownRecipient(TO));
        var number = ParcelNumber.make(new SecureRandom());
        var folder = outbox.resolve(number.text());
        transactions.recorded(new JukiScope(), c -> {
            DeliveryTable.begun(c, job.id(), number.text(), folder.toString());
            var event = new DeliveryEvent.DeliveryBegun(number.text(), String.valueOf(pair.witness()));
            return new Recorded<>(
                    true, List.of(new Entry(pair.stamp(job.association(), job.purpose(), job.id()), event)));
        });
        var label = new Label(
                number,
                "identity-results",
                job.purpose(),
                job.askedFor(),
                Inquiries.ORGANISATION,
                TO,
                pair.doer(),
                LocalDate.ofInstant(clock.instant(), JAPAN).plusDays(DAYS),
                "wipe after the registration is confirmed");
        var name = "identity-results-%02d.csv".formatted(job.association());
        try (var connection = transactions.connection();
                var writer = ParcelWriter.begin(folder, label, keys.signing(), addressee, clock)) {
            var seal = new TransitSeal(ring, job);
            writer.add(name, out -> {
                for (var batch = 1; batch <= job.batches(); batch++) {
                    var at = batch;
                    out.write(seal.openAnswer(
                            at, transactions.read(new JukiScope(), c -> DeliveryTable.answer(c, job.id(), at))));
                    progress.at(job.rows() * at / job.batches(), at, job.batches());
                }
                return new Counts(job.inquiries(), job.rows());
            });
            transactions.bulk(connection, new JukiScope(), c -> {
                inquiries.step(c, job, "delivered", job.rows(), pair);
                var finished = finish(writer, c, job);
                DeliveryTable.delivered(c, job.id(), finished);
                var event = new DeliveryEvent.ResultsDelivered(
                        number.text(), finished, TO, job.rows(), job.hits(), String.valueOf(pair.witness()));
                return new Recorded<>(
                        true, List.of(new Entry(pair.stamp(job.association(), job.purpose(), job.id()), event)));
            });
        } catch (IOException e) {
            throw DeliveryTable.broken(e);
        } catch (SQLException e) {
            throw new jp.bansho.machine.StoreBroken(e);
        }
    }

    private static String finish(ParcelWriter writer, java.sql.Connection connection, Job job) {
        try {
            writer.add("execution-log.csv", out -> {
                try {
                    var rows = DeliveryTable.log(connection, job, out);
                    return new Counts(rows, rows);
                } catch (SQLException e) {
                    throw new jp.bansho.machine.StoreBroken(e);
                }
            });
            return writer.finish().manifestHash();
        } catch (IOException e) {
            throw DeliveryTable.broken(e);
        }
    }

    /// What an attempt that was killed left on the medium: it was never recorded as delivered, so it never was one.
    private void removeLeft(Job job) {
        if (job.outFolder() == null) {
            return;
        }
        var folder = Path.of(job.outFolder());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw DeliveryTable.broken(e);
        }
    }

    private DeliveryRefused onRecord(long job, DeliveryRefused refused, Pair pair) {
        transactions.recorded(
                new JukiScope(),
                _ -> new Recorded<>(
                        true,
                        List.of(new Entry(
                                pair.stamp(null, null, job),
                                new DeliveryEvent.DeliveryRefused(refused.reason(), String.valueOf(pair.witness()))))));
        return refused;
    }
}
