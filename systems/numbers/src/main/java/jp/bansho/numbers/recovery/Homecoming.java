package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.LongConsumer;
import jp.bansho.audit.Entry;
import jp.bansho.audit.HeadGap;
import jp.bansho.machine.AuditParts;
import jp.bansho.machine.Home;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// The last steps of a restore, once the machine's address leads to the restored server; and the practice of all steps.
@Component
public class Homecoming {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'heads-before-'uuuuMMdd'T'HHmmss'Z.jsonl'")
            .withZone(ZoneOffset.UTC);

    private final Transactions transactions;
    private final KeyRing keys;
    private final Home home;

    Homecoming(Transactions transactions, KeyRing keys, Home home) {
        this.transactions = transactions;
        this.keys = keys;
        this.home = home;
    }

    /// Holds the restored record of use against the exported heads, before the machine starts on it. If records are
    /// lost, and exactly so many were accepted, the machine goes on from the last one there is; the heads as they
    /// were are kept beside as evidence. A loss that was accepted and is not on record yet is answered
    /// again, however often the start fails in between.
    ///
    /// @param accepted how many lost records are accepted
    /// @throws RecoveryRefused if it is another record, or other than the accepted number is lost
    public static HeadGap accept(Home home, AuditParts parts, long accepted, Instant now) {
        try (var connection = parts.connect()) {
            var gap = HeadGap.between(connection, parts.heads(), parts.keys());
            if (!gap.sameChain()) {
                throw new RecoveryRefused(Reason.RECORD_DIFFERS, "");
            }
            var note = RestoreNote.read(home);
            var earlier = gap.lost() == 0 && note.lost() > 0;
            if (earlier) {
                gap = new HeadGap(note.head(), note.head() + note.lost(), true); // accepted before, not on record yet
                if (accepted == 0) {
                    return gap;
                }
            }
            if (gap.lost() != accepted) {
                throw new RecoveryRefused(Reason.RECORDS_LOST, Long.toString(gap.lost()));
            }
            if (!earlier && gap.lost() > 0) {
                note.accepted(gap).write(home);
                var aside = home.folder().resolve("audit").resolve(NAME.format(now));
                HeadGap.setAside(parts.heads(), aside, gap.database());
            }
            return gap;
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } catch (IOException e) {
            throw new RecoveryRefused(Reason.NO_ROOM, e.getClass().getSimpleName());
        }
    }

    /// Puts the restore on record.
    public void record(Actor operator, HeadGap gap) {
        Backups.requireOperator(operator);
        try {
            var note = RestoreNote.read(home);
            record(
                    operator,
                    new RecoveryEvent.DatabaseRestored(
                            gap.database(), gap.lost(), note.erasedAgain(), note.associations()));
            RestoreNote.forget(home);
        } catch (IOException e) {
            throw new UncheckedIOException("what the restore did could not be read", e);
        }
    }

    /// Keeps what the first step of a restore did until [#record] can put it on record.
    public static void note(Home home, Restored restored) {
        try {
            var done = restored.recovered();
            var associations = done.map(Restored.Recovered::renewed).orElse(List.of()).stream()
                    .map("%02d"::formatted)
                    .toList();
            new RestoreNote(0, 0, done.map(Restored.Recovered::erasedAgain).orElse(0L), associations).write(home);
        } catch (IOException e) {
            throw new RecoveryRefused(Reason.NO_ROOM, e.getClass().getSimpleName());
        }
    }

    /// Restores a backup into a folder for practice and holds it against the exported heads; the caller throws the
    /// folder away.
    ///
    /// @param order with programs and a folder of its own
    /// @throws RecoveryRefused if the backup would not have helped
    public Restored practise(Actor operator, RestoreOrder order, LongConsumer progress) {
        Backups.requireOperator(operator);
        var restored = new Restoration(home, keys, progress).restore(order);
        var recovered = restored.recovered().orElseThrow(() -> new RecoveryRefused(Reason.NO_BINARIES, ""));
        var event = new RecoveryEvent.RestorePractised(
                name(order.file()),
                recovered.gap().database(),
                Math.round(recovered.seconds()),
                restored.backup().facts().madeAt());
        record(operator, event);
        return restored;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void record(Actor operator, RecoveryEvent event) {
        transactions.recorded(
                new Scope.Operator(),
                _ -> new Recorded<>(true, List.of(new Entry(operator.stamp(null, null, null, null), event))));
    }
}
