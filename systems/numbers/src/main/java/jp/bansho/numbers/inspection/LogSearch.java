package jp.bansho.numbers.inspection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.Member;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.linkage.SubjectMarks;
import jp.bansho.numbers.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Searches the record of use (L2, L3, L7). What was asked is on record before anybody reads the answer.
@Component
public class LogSearch {

    private final Transactions transactions;
    private final Watches watches;

    LogSearch(Transactions transactions, Watches watches) {
        this.transactions = transactions;
        this.watches = watches;
    }

    /// A page of what meets the conditions in the member's part of the record.
    ///
    /// @param page counts from 1
    public LogPage search(Member member, Conditions conditions, int page) {
        var watch = watches.of(member);
        var found = transactions.read(watch.scope(), connection -> {
            var total = RecordTable.count(connection, watch, conditions);
            var within = Math.clamp(page, 1, Math.max(1, (total + LogPage.SIZE - 1) / LogPage.SIZE));
            var skip = (within - 1) * LogPage.SIZE;
            return new LogPage(
                    total, within, skip + 1, RecordTable.search(connection, watch, conditions, skip, LogPage.SIZE));
        });
        record(
                member,
                watch,
                conditions.subject(),
                new InspectionEvent.LogSearched(
                        conditions.from(),
                        conditions.until(),
                        conditions.account(),
                        conditions.event(),
                        conditions.row(),
                        conditions.refusedOnly(),
                        found.page(),
                        found.total()));
        return found;
    }

    /// The handle of the person with that user number; that it was asked for is on record.
    public Optional<Long> person(Member member, String userNumber) {
        var watch = watches.of(member);
        if (!watch.seesPeople()) {
            return Optional.empty();
        }
        var handle = transactions.read(
                watch.scope(),
                connection ->
                        SubjectMarks.handles(connection, List.of(userNumber))
                                .getOrDefault(userNumber, List.of())
                                .stream()
                                .findFirst());
        record(member, watch, handle.orElse(null), new InspectionEvent.LogPersonSought(handle.isPresent()));
        return handle;
    }

    /// The user number of a person, if the member's scope knows one.
    public Optional<String> userNumber(Member member, long subject) {
        var watch = watches.of(member);
        return watch.seesPeople()
                ? transactions.read(
                        watch.scope(),
                        connection -> Optional.ofNullable(SubjectMarks.userNumbers(connection, List.of(subject))
                                .get(subject)))
                : Optional.empty();
    }

    /// One record in full, with what became of the evidence in it.
    ///
    /// @return empty if there is none at that position in the member's part of the record
    public Optional<RecordSheet> one(Member member, long seq, EvidenceCheck evidence) {
        var watch = watches.of(member);
        var found = transactions.read(watch.scope(), connection -> {
            var record = RecordTable.at(connection, watch, seq).orElse(null);
            return record == null
                    ? Optional.<RecordSheet>empty()
                    : Optional.of(new RecordSheet(record, evidence.of(record, new Beside(connection, watch, record))));
        });
        if (found.isPresent()) {
            record(member, watch, found.get().record().subject(), new InspectionEvent.RecordShown(seq));
        }
        return found;
    }

    private void record(Member member, Watch watch, @Nullable Long subject, InspectionEvent event) {
        var stamp = member.stamp(Actor.SYSTEM, watch.association(), null, subject);
        transactions.recorded(watch.scope(), _ -> new Recorded<>(event, List.of(new Entry(stamp, event))));
    }

    private record Beside(Connection connection, Watch watch, LogRecord record) implements EvidenceCheck.Beside {

        @Override
        public Optional<LogRecord> enrolment(String credential) throws SQLException {
            return RecordTable.enrolment(connection, watch, record.actor(), credential);
        }

        @Override
        public List<String> earlier() throws SQLException {
            return RecordTable.earlierEvidence(connection, watch, record);
        }
    }
}
