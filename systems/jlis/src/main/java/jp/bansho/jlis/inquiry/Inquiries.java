package jp.bansho.jlis.inquiry;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.jlis.numbering.Numbering;
import jp.bansho.jlis.residents.Residents;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// The front door of the inquiry desk. An answer and its record belong to one transaction, which is the caller's: who
/// answers without recording gets nothing, for the values come back together with what must be on record.
@Component
public class Inquiries {

    private final Search search;
    private final AnswerSafe safe;
    private final Clock clock;
    private final BatchReader reader = new BatchReader();
    private final AnswerRows rows = new AnswerRows();

    Inquiries(Residents residents, Numbering numbering, KeyRing keys, Clock clock) {
        this.search = new Search(residents, numbering, new Matching());
        this.safe = new AnswerSafe(keys);
        this.clock = clock;
    }

    /// Answers a batch, or gives the answer it gave before to the same batch, byte for byte.
    ///
    /// @param asker who asks; the job is the asker's own name for it
    /// @param body  rows of the layout `identity-inquiries`
    public Recorded<Reply> answer(Connection connection, Asker asker, BatchKey key, byte[] body) throws SQLException {
        var fingerprint = safe.fingerprint(body);
        BatchTable.alone(connection, key);
        var before = BatchTable.find(connection, key);
        if (before.isPresent()) {
            return again(key, before.get(), fingerprint);
        }
        return switch (reader.read(body)) {
            case NotUnderstood(var places) -> refused(key, Problem.NOT_UNDERSTOOD, places);
            case ReadBatch.TooMany _ -> refused(key, Problem.TOO_LARGE, List.of());
            case ReadBatch.Understood(var inquiries, var affairs) ->
                asker.affairs().containsAll(affairs)
                        ? fresh(connection, key, body, fingerprint, inquiries)
                        : refused(key, Problem.NOT_ENTITLED, List.of());
        };
    }

    private Recorded<Reply> again(BatchKey key, BatchTable.Kept kept, byte[] fingerprint) {
        if (!MessageDigest.isEqual(kept.fingerprint(), fingerprint)) {
            return refused(key, Problem.OTHER_CONTENT, List.of());
        }
        var answer = kept.answer();
        if (answer == null) {
            return refused(key, Problem.ANSWER_ERASED, List.of());
        }
        var event = new InquiryEvent.BatchRepeated(key.job(), key.batch(), kept.rows());
        return recorded(key, new Reply.Rows(safe.open(answer, key, kept.keyVersion())), event);
    }

    private Recorded<Reply> fresh(
            Connection connection, BatchKey key, byte[] body, byte[] fingerprint, List<Inquiry> inquiries)
            throws SQLException {
        var hits = search.hits(connection, inquiries);
        var answer = rows.write(reader.reader(body), inquiries, hits);
        var counts = answer.counts();
        var version = safe.keyVersion();
        BatchTable.keep(
                connection,
                key,
                clock.instant(),
                counts,
                new BatchTable.Kept(fingerprint, counts.rows(), version, safe.seal(answer.rows(), key, version)));
        var event = new InquiryEvent.BatchAnswered(
                key.job(),
                key.batch(),
                counts.inquiries(),
                counts.found(),
                counts.noHit(),
                counts.several(),
                counts.inError(),
                counts.rows());
        return recorded(key, new Reply.Rows(answer.rows()), event);
    }

    /// A batch that is refused before it is looked at, such as one that is too large to be read.
    public Recorded<Reply> refuse(BatchKey key, Problem problem) {
        return refused(key, problem, List.of());
    }

    /// Whether there are answers whose time is over.
    public boolean overdue(Connection connection, int afterDays) throws SQLException {
        return BatchTable.overdue(connection, clock.instant().minus(Duration.ofDays(afterDays)));
    }

    /// Erases answers whose time is over.
    public Recorded<Integer> erase(Connection connection, int afterDays, Stamp stamp) throws SQLException {
        var erased = BatchTable.erase(connection, clock.instant().minus(Duration.ofDays(afterDays)));
        return new Recorded<>(erased, List.of(new Entry(stamp, new InquiryEvent.AnswersErased(erased, afterDays))));
    }

    /// How much was asked so far.
    public InquiryCounts counts(Connection connection) throws SQLException {
        return BatchTable.counts(connection);
    }

    private static Recorded<Reply> refused(BatchKey key, Problem problem, List<jp.bansho.layout.Violation> places) {
        var event = new InquiryEvent.BatchRefused(key.job(), key.batch(), problem.word());
        return recorded(key, new Reply.Refusal(problem, places), event);
    }

    private static Recorded<Reply> recorded(BatchKey key, Reply reply, InquiryEvent event) {
        var stamp = new Stamp("jlis", key.asker(), "asker", null, "identity-inquiry", null, null);
        return new Recorded<>(reply, List.of(new Entry(stamp, event)));
    }
}
