package jp.bansho.juki.inquiry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import jp.bansho.audit.Entry;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.store.JukiScope;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Refused;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// Asks J-LIS batch by batch (J1, J4). That a batch is asked is on record before it leaves; its answer is kept, sealed,
/// in the transaction of its record. Killed anywhere, the next run asks what is not answered.
@Component
public class Asking {

    private static final int LANES = 2;

    private final Transactions transactions;
    private final KeyRing ring;
    private final Line line;
    private final Inquiries inquiries;
    private final Clock clock;

    Asking(Transactions transactions, KeyRing ring, Line line, Inquiries inquiries, Clock clock) {
        this.transactions = transactions;
        this.ring = ring;
        this.line = line;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /// Asks all that is not answered yet.
    ///
    /// @return the job, answered
    /// @throws LineFailed     if a batch was not answered; the others are kept
    /// @throws InquiryRefused if the job is past this
    public Job ask(long id, Pair pair, Progress progress) {
        var job = inquiries.one(id);
        if (job.state() != JobState.TAKEN_IN) {
            throw InquiryRefused.state(job);
        }
        var waiting = new ConcurrentLinkedQueue<>(transactions.read(new JukiScope(), c -> JobTable.unanswered(c, id)));
        var answered = new AtomicLong(job.batches() - waiting.size());
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            var running = new ArrayList<Future<?>>();
            for (var lane = 0; lane < LANES; lane++) {
                running.add(lanes.submit(() -> lane(job, waiting, answered, pair, progress)));
            }
            running.forEach(Asking::await);
        }
        transactions.recorded(new JukiScope(), c -> {
            JobTable.allAnswered(c, id);
            JobTable.step(c, id, clock.instant(), "answered", null, job.inquiries(), pair);
            var done = JobTable.byId(c, id).orElseThrow();
            var event = new InquiryEvent.InquiriesAnswered(done.inquiries(), done.rows(), done.hits());
            return new Recorded<>(true, List.of(new Entry(pair.stamp(job.association(), job.purpose(), id), event)));
        });
        return inquiries.one(id);
    }

    private static void await(Future<?> lane) {
        try {
            lane.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LineFailed.cut();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("a lane failed", e.getCause());
        }
    }

    /// One after another; a failure leaves the rest to nobody, so that a dead line is not asked a hundred times.
    private void lane(
            Job job, ConcurrentLinkedQueue<Integer> waiting, AtomicLong answered, Pair pair, Progress progress) {
        var seal = new TransitSeal(ring, job);
        var check = new AnswerCheck();
        for (var batch = waiting.poll(); batch != null; batch = waiting.poll()) {
            try {
                one(job, batch, seal, check, pair);
            } catch (RuntimeException failed) {
                waiting.clear();
                throw failed;
            }
            var done = answered.incrementAndGet();
            progress.at(done * job.inquiries() / job.batches(), done, job.batches());
        }
    }

    private void one(Job job, int batch, TransitSeal seal, AnswerCheck check, Pair pair) {
        var stamp = pair.stamp(job.association(), job.purpose(), job.id());
        var rows = seal.openInquiries(
                batch, transactions.read(new JukiScope(), c -> JobTable.inquiries(c, job.id(), batch)));
        var lines = (int) new String(rows, java.nio.charset.StandardCharsets.ISO_8859_1)
                .chars()
                .filter(character -> character == '\n')
                .count();
        transactions.recorded(new JukiScope(), c -> {
            JobTable.step(c, job.id(), clock.instant(), "asked", batch, (long) lines, pair);
            return new Recorded<>(true, List.of(new Entry(stamp, new InquiryEvent.BatchAsked(batch, lines))));
        });
        try {
            var answer = line.ask(job.parcel().toLowerCase(java.util.Locale.ROOT), batch, rows);
            var tally = check.tally(rows, answer);
            var sealed = seal.sealAnswer(batch, answer);
            transactions.recorded(new JukiScope(), c -> {
                var event = new InquiryEvent.BatchAnswered(batch, tally.rows(), tally.hits());
                JobTable.answered(c, job.id(), batch, sealed, tally);
                JobTable.step(c, job.id(), clock.instant(), "answer", batch, (long) tally.rows(), pair);
                return new Recorded<>(true, List.of(new Entry(stamp, event)));
            });
        } catch (Refused failed) {
            transactions.recorded(
                    new JukiScope(),
                    _ -> new Recorded<>(
                            true, List.of(new Entry(stamp, new InquiryEvent.BatchFailed(batch, failed.reason())))));
            throw failed;
        }
    }
}
