package jp.bansho.juki.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.audit.Entry;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.InquiryRefused;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.juki.inquiry.TransitSeal;
import jp.bansho.juki.release.Approval;
import jp.bansho.juki.release.Release;
import jp.bansho.juki.release.ReleaseRefused;
import jp.bansho.juki.release.Releases;
import jp.bansho.juki.staff.MediaPeople;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.staff.Settings;
import jp.bansho.juki.staff.StaffRefused;
import jp.bansho.juki.store.JukiScope;
import jp.bansho.juki.store.MediaScope;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Refused;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.Counts;
import jp.bansho.media.Delivered;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.ledger.Approved;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.media.ledger.MediaRefused;
import jp.bansho.media.ledger.MediumKind;
import jp.bansho.media.ledger.NotedParcel;
import jp.bansho.media.ledger.ParcelOrder;
import jp.bansho.media.ledger.Receipt;
import jp.bansho.media.ledger.TwoPeople;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// Hands a job's answers on to the number machine, with the execution log, and deletes everything held for it in the
/// same step (J5, M6). Killed before the commit, nothing was handed out and the next attempt removes what lies there;
/// killed after it, the next start destroys the key.
@Component
public class Delivery {

    private static final String TO = Release.TO;
    private static final int DAYS = 30;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Transactions transactions;
    private final Inquiries inquiries;
    private final Wiping wiping;
    private final KeyRing ring;
    private final Home home;
    private final Clock clock;
    private final Ledger ledger;
    private final Releases releases;
    private final Settings settings;

    Delivery(
            Transactions transactions,
            Inquiries inquiries,
            Wiping wiping,
            KeyRing ring,
            Home home,
            Clock clock,
            Ledger ledger,
            Releases releases,
            Settings settings) {
        this.transactions = transactions;
        this.inquiries = inquiries;
        this.wiping = wiping;
        this.ring = ring;
        this.home = home;
        this.clock = clock;
        this.ledger = ledger;
        this.releases = releases;
        this.settings = settings;
    }

    /// Writes the parcel onto a medium, by the word of people who are named.
    ///
    /// @param outbox   an existing folder on it; the parcel's folder in it bears the parcel's number
    /// @param medium   number of the own medium; entered in the ledger if it is new
    /// @param approver who approved that this parcel leaves; not who applied, which is the doer (M3)
    /// @return the job, wiped
    /// @throws InquiryRefused  if not all is answered, or it was delivered before
    /// @throws DeliveryRefused by the named reason of the parcel, with everything still here
    public Job handOut(long id, Path outbox, String medium, String approver, Pair pair, Progress progress) {
        return handOut(id, outbox, medium, new Consent.Named(approver), pair, progress);
    }

    /// Writes the parcel under an approved application, in the applicant's place.
    ///
    /// @param operator who runs the command
    /// @throws ReleaseRefused by the named reason of the approvals
    public Job handOut(long id, Path outbox, String medium, long application, Pair operator, Progress progress) {
        var signers = signers(id, application, operator);
        return handOut(id, outbox, medium, new Consent.Applied(application, null, operator), signers.pair(), progress);
    }

    /// Writes the parcel under an approved application, by somebody who came in; the approver is the second person.
    ///
    /// @throws ReleaseRefused by the named reason of the approvals
    public Job handOut(long id, long application, Member member, Progress progress) {
        var doer = Pair.of(member, null);
        var signers = signers(id, application, doer);
        var release = releases.release(application)
                .orElseThrow(() -> new IllegalStateException("an application without its parcel"));
        return handOut(
                id,
                settings.outbox(),
                release.medium(),
                new Consent.Applied(application, member, doer),
                signers.with(doer.one()),
                progress);
    }

    private Approval.Signers signers(long job, long application, Pair who) {
        try {
            return releases.signers(application);
        } catch (ReleaseRefused refused) {
            throw onRecord(job, refused, who);
        }
    }

    private Job handOut(long id, Path outbox, String medium, Consent consent, Pair pair, Progress progress) {
        var people = settings.two(pair);
        if (consent instanceof Consent.Named && settings.people() == MediaPeople.PASSKEY) {
            throw StaffRefused.passkeyNeeded();
        }
        try {
            var job = inquiries.one(id);
            switch (job.state()) {
                case TAKEN_IN -> throw InquiryRefused.unanswered();
                case DELIVERED, WIPED -> throw InquiryRefused.state(job);
                case ANSWERED -> write(job, outbox.toAbsolutePath(), medium, consent, people, pair, progress);
            }
        } catch (ParcelRefused refused) {
            throw onRecord(id, DeliveryRefused.parcel(refused), pair);
        } catch (MediaRefused refused) {
            throw onRecord(id, DeliveryRefused.ledger(refused), pair);
        } catch (DeliveryRefused refused) {
            throw onRecord(id, refused, pair);
        } catch (ReleaseRefused refused) {
            throw onRecord(id, refused, pair);
        } catch (AccessRefused refused) {
            throw Releases.named(refused); // the approvals have put it on record
        }
        wiping.finish(pair);
        return inquiries.one(id);
    }

    /// Hands a written parcel's medium over to whoever carries it.
    ///
    /// @param takenBy handle of the carrier
    public NotedParcel handOver(long id, String takenBy, Pair pair) {
        var people = settings.two(pair);
        var parcel = inquiries.one(id).outParcel();
        if (parcel == null) {
            throw InquiryRefused.unanswered();
        }
        try {
            return inquiries.noted(c -> ledger.outgoing().handOver(c, people, new ParcelNumber(parcel), takenBy));
        } catch (MediaRefused refused) {
            throw DeliveryRefused.ledger(refused);
        }
    }

    /// Where the parcel of a job stands in the ledger of media.
    public Optional<NotedParcel> parcel(Job job) {
        var number = job.outParcel();
        return number == null
                ? Optional.empty()
                : transactions.read(new MediaScope(), c -> ledger.parcel(c, new ParcelNumber(number)));
    }

    /// Notes the recipient's receipt 受領書 for a parcel of a job.
    ///
    /// @throws DeliveryRefused if it is none, or for another parcel
    public NotedParcel receipted(long id, String text, Pair pair) {
        var job = inquiries.one(id);
        try {
            var receipt = Receipt.parse(text.replace("\r\n", "\n").strip() + "\n");
            if (!receipt.parcel().text().equals(job.outParcel())) {
                throw onRecord(id, DeliveryRefused.otherReceipt(), pair);
            }
            return inquiries.noted(c -> ledger.outgoing().receipted(c, pair.one(), receipt));
        } catch (IllegalArgumentException e) {
            throw onRecord(id, DeliveryRefused.otherReceipt(), pair);
        } catch (MediaRefused refused) {
            throw DeliveryRefused.ledger(refused);
        }
    }

    private Label begun(Job job, Path outbox, String medium, Consent consent, TwoPeople people, Pair pair) {
        return transactions
                .<Answer<Label>>recorded(new MediaScope(), c -> {
                    var entries = new ArrayList<Entry>();
                    ParcelOrder order;
                    Approved approved;
                    switch (consent) {
                        case Consent.Named(var approver) -> {
                            var useBy = job.outUseBy() != null
                                    ? job.outUseBy()
                                    : LocalDate.ofInstant(clock.instant(), JAPAN)
                                            .plusDays(DAYS);
                            order = Release.order(job, useBy);
                            approved = new Approved(job.id(), pair.doer(), approver, order.payloadHash());
                        }
                        case Consent.Applied(var application, var member, var executor) -> {
                            var used = releases.use(c, job, medium, application, member, executor);
                            if (used instanceof Answer.Refused<Approval>(var refusal, var refused)) {
                                return new Recorded<>(new Answer.Refused<>(refusal, refused), refused);
                            }
                            var approval = used.value();
                            order = Release.order(job, approval.release().useBy());
                            approved = approval.forLedger(order.payloadHash());
                            entries.addAll(approval.entries());
                        }
                    }
                    var label = begun(c, job, outbox, medium, order, approved, people, entries);
                    return new Recorded<>(new Answer.Done<>(label, List.of()), entries);
                })
                .value();
    }

    private Label begun(
            Connection c,
            Job job,
            Path outbox,
            String medium,
            ParcelOrder order,
            Approved approved,
            TwoPeople people,
            List<Entry> entries)
            throws SQLException {
        var known = ledger.medium(c, Inquiries.ORGANISATION, medium);
        long handle;
        if (known.isPresent()) {
            handle = known.get().id();
        } else {
            var entered = ledger.enter(c, people.doer(), medium, MediumKind.DISC, medium);
            entries.addAll(entered.entries());
            handle = entered.value().id();
        }
        var begun = ledger.outgoing().begin(c, people, handle, order, approved);
        entries.addAll(begun.entries());
        var label = begun.value();
        Transactions.enter(c, new JukiScope());
        var folder = outbox.resolve(label.number().text());
        DeliveryTable.begun(c, job.id(), label.number().text(), folder.toString(), order.useBy());
        return label;
    }

    private void write(
            Job job, Path outbox, String medium, Consent consent, TwoPeople people, Pair pair, Progress progress) {
        removeLeft(job);
        var keys = new ParcelKeys(home.media());
        var addressee = keys.recipient(TO).orElseThrow(() -> DeliveryRefused.unknownRecipient(TO));
        var label = begun(job, outbox, medium, consent, people, pair);
        var number = label.number();
        var folder = outbox.resolve(number.text());
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
                var delivered = finish(writer, c, job);
                DeliveryTable.delivered(c, job.id(), delivered.manifestHash());
                var event = new DeliveryEvent.ResultsDelivered(
                        number.text(),
                        delivered.manifestHash(),
                        TO,
                        job.rows(),
                        job.hits(),
                        String.valueOf(pair.witness()));
                Transactions.enter(c, new MediaScope());
                var written = ledger.outgoing().written(c, people, delivered);
                var entries = new ArrayList<Entry>();
                entries.add(new Entry(pair.stamp(job.association(), job.purpose(), job.id()), event));
                entries.addAll(written.entries());
                return new Recorded<>(written.value(), entries);
            });
        } catch (IOException e) {
            throw DeliveryTable.broken(e);
        } catch (SQLException e) {
            throw new jp.bansho.machine.StoreBroken(e);
        }
    }

    private static Delivered finish(ParcelWriter writer, java.sql.Connection connection, Job job) {
        try {
            writer.add("execution-log.csv", out -> {
                try {
                    var rows = DeliveryTable.log(connection, job, out);
                    return new Counts(rows, rows);
                } catch (SQLException e) {
                    throw new jp.bansho.machine.StoreBroken(e);
                }
            });
            return writer.finish();
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

    private <R extends Refused> R onRecord(long job, R refused, Pair pair) {
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
