package jp.bansho.pension.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Refused;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.machine.Transactions.Work;
import jp.bansho.pension.collection.CollectionEvent.AnswerDenied;
import jp.bansho.pension.collection.CollectionEvent.NoticesAnswered;
import jp.bansho.pension.collection.CollectionEvent.NoticesListed;
import jp.bansho.pension.collection.CollectionEvent.NoticesRefused;
import jp.bansho.pension.collection.CollectionEvent.NoticesTakenIn;
import jp.bansho.pension.staff.Clerk;
import jp.bansho.pension.staff.StaffRefused;
import jp.bansho.pension.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The desk of the special collection (年金特別徴収): what municipalities ask to be collected from
/// which pension, who that is, and the answer in the same layout (P2). A file is taken in whole
/// or not at all, and once.
@Component
public class SpecialCollection {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int FIRST_YEAR = 2016;
    private static final int LAST_YEAR = 2099;
    private static final int DRAFT_DIGITS = 16;
    private static final String DRAFT_END = ".part";

    private final Transactions transactions;
    private final Home home;
    private final Clock clock;

    SpecialCollection(Transactions transactions, Home home, Clock clock) {
        this.transactions = transactions;
        this.home = home;
        this.clock = clock;
    }

    /// Takes in one file of municipalities.
    ///
    /// @throws StaffRefused if the person works for one association alone
    /// @throws CollectionRefused if a single record is wrong, or the file was taken in before;
    ///     nothing is taken in then
    public TakenIn takeIn(Clerk clerk, Path file, Progress progress) {
        var scope = clerk.collection();
        try {
            var collector = Collector.read(home.folder());
            return bulk(scope, open -> {
                var read = new NoticeFile(collector).read(open, file, progress);
                var before = NoticeTable.known(open, read.digest());
                if (before.isPresent()) {
                    throw CollectionRefused.taken(before.getAsLong());
                }
                var number = NoticeTable.add(open, read, clerk.name(), clock.instant());
                if (number.isEmpty()) {
                    throw CollectionRefused.taken(
                            NoticeTable.known(open, read.digest()).orElseThrow());
                }
                var id = number.getAsLong();
                NoticeTable.match(open, id);
                var taken = new TakenIn(id, read.municipalities(), read.records(), NoticeTable.outcomes(open, id));
                var event =
                        new NoticesTakenIn(id, read.digest(), taken.municipalities(), taken.records(), taken.matched());
                return new Recorded<>(taken, List.of(entry(clerk, event)));
            });
        } catch (CollectionRefused refused) {
            var problems = refused.problems();
            record(
                    clerk,
                    scope,
                    new NoticesRefused(
                            refused.reason(),
                            refused.found(),
                            problems.isEmpty() ? 0 : problems.getFirst().line(),
                            problems.isEmpty() ? 0 : problems.getFirst().column()));
            throw refused;
        }
    }

    /// Writes the answer to a file that was taken in into a folder, as
    /// `special-collection-answer-F7.dat`. The second time it is the same, byte for byte; what
    /// an earlier attempt left that was killed is removed.
    ///
    /// @param file the file itself, as it was taken in
    /// @throws StaffRefused if the person works for one association alone
    /// @throws CollectionRefused if the file was not taken in, or its answer cannot be
    ///     delivered
    public Answered answer(Clerk clerk, Path file, Path folder, Progress progress) {
        var scope = clerk.collection();
        try {
            if (!Files.isDirectory(folder)) {
                throw CollectionRefused.folder();
            }
            var digest = digest(file);
            Path draft = Files.createTempFile(folder, draft(digest), DRAFT_END);
            try {
                var answered =
                        bulk(scope, open -> answer(open, clerk, new Answering(file, digest, folder, draft), progress));
                Files.move(draft, answered.place(), StandardCopyOption.ATOMIC_MOVE);
                return answered;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be written", e);
        } catch (Refused refused) {
            record(clerk, scope, new AnswerDenied(refused.reason()));
            throw refused;
        }
    }

    /// What an answer is made of.
    private record Answering(Path file, String digest, Path folder, Path draft) {}

    private Recorded<Answered> answer(Connection open, Clerk clerk, Answering what, Progress progress)
            throws SQLException {
        var row = NoticeTable.take(open, what.digest()).orElseThrow(CollectionRefused::notTakenIn);
        dropLeftDrafts(what);
        var before = row.answerDigest();
        var day = row.answeredOn() == null ? LocalDate.ofInstant(clock.instant(), JAPAN) : row.answeredOn();
        try (var outcomes = NoticeTable.rows(open, row.id())) {
            var writing = new AnswerFile(what.file(), what.draft(), progress);
            if (!writing.write(outcomes, day).equals(what.digest())) {
                throw CollectionRefused.changedMeanwhile();
            }
            var found = writing.read();
            var expected = NoticeTable.outcomes(open, row.id());
            if (!found.outcomes().equals(expected) || !found.sums().equals(NoticeTable.sums(open, row.id()))) {
                throw CollectionRefused.selfCheck("counts or sums", "件数または金額");
            }
            if (before != null && !before.equals(found.digest())) {
                throw CollectionRefused.selfCheck("the answer given before", "回答済みの内容");
            }
            var place = what.folder().resolve("special-collection-answer-F%d.dat".formatted(row.id()));
            if (Files.exists(place) && !Digest.of(place).equals(found.digest())) {
                throw CollectionRefused.outboxTaken();
            }
            if (before == null) {
                NoticeTable.answered(open, row.id(), day, found.digest());
            }
            var answered = new Answered(
                    row.id(),
                    place,
                    found.digest(),
                    found.municipalities(),
                    found.records(),
                    expected.getOrDefault(Outcome.MATCHED, 0L),
                    before != null);
            var event = new NoticesAnswered(
                    row.id(),
                    found.digest(),
                    answered.municipalities(),
                    answered.records(),
                    answered.matched(),
                    answered.again());
            return new Recorded<>(answered, List.of(entry(clerk, event)));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be written", e);
        }
    }

    /// Drafts of one file bear the beginning of its digest: those of other files may be in the making.
    private static String draft(String digest) {
        return ".special-collection-answer-" + digest.substring(0, DRAFT_DIGITS) + "-";
    }

    /// Drafts that killed attempts left hold names and birthdays.
    private static void dropLeftDrafts(Answering what) {
        try (var left = Files.newDirectoryStream(what.folder(), draft(what.digest()) + "*" + DRAFT_END)) {
            for (var one : left) {
                if (!one.equals(what.draft())) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what a killed attempt left cannot be removed", e);
        }
    }

    private static String digest(Path file) {
        try {
            return Digest.of(file);
        } catch (IOException e) {
            throw CollectionRefused.unreadable();
        }
    }

    /// Counts by municipality and outcome, nobody's name; and, for a tax year, what was asked
    /// beside what the payments of that year say was collected.
    ///
    /// @throws StaffRefused if the person works for one association alone
    public Listed list(Clerk clerk, @Nullable Integer taxYear) {
        if (taxYear != null && (taxYear < FIRST_YEAR || taxYear > LAST_YEAR)) {
            throw CollectionRefused.year();
        }
        return transactions.looked(clerk.collection(), open -> {
            var counted = ListTable.counted(open);
            var compared = taxYear == null ? List.<Listed.Compared>of() : ListTable.compared(open, taxYear);
            var event = new NoticesListed(taxYear, counted.size() + compared.size());
            return new Recorded<>(new Listed(counted, compared), List.of(entry(clerk, event)));
        });
    }

    private <T> T bulk(Scope scope, Work<Recorded<T>> work) {
        try (var connection = transactions.connection()) {
            return transactions.bulk(connection, scope, work);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private void record(Clerk clerk, Scope scope, CollectionEvent event) {
        transactions.recorded(scope, _ -> new Recorded<>(true, List.of(entry(clerk, event))));
    }

    private static Entry entry(Clerk clerk, CollectionEvent event) {
        return new Entry(clerk.stamp(Clerk.ALL, null, null), event);
    }
}
