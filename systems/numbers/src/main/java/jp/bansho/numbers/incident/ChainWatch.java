package jp.bansho.numbers.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.Organisation;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.Entry;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.Stamp;
import jp.bansho.audit.Verification;
import jp.bansho.machine.BreakFiles;
import jp.bansho.machine.Home;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// Watches over the chain of the record of use: a break opens an incident of the whole machine, which the federation
/// keeps (S6). What is wrong already never opens a second one; what goes wrong later is added while it is open.
@Component
public class ChainWatch {

    private static final String THREAD = IncidentKind.CHAIN_BREAK.word();

    private final Transactions transactions;
    private final Home home;
    private final HeadKeys trusted;
    private final Clock clock;

    ChainWatch(Transactions transactions, Home home, HeadKeys trusted, Clock clock) {
        this.transactions = transactions;
        this.home = home;
        this.trusted = trusted;
        this.clock = clock;
    }

    /// Verifies the whole record; a break opens an incident at once.
    public Verification look() {
        try (var connection = transactions.connection()) {
            var verification = new AuditVerifier(home.auditHeads(), trusted).verify(connection);
            var lines = verification.findings().stream()
                    .map(finding -> finding.japanese() + " / " + finding.english())
                    .toList();
            var event = new IncidentEvent.ChainVerified(verification.records(), verification.sound());
            open(event, clock.instant(), lines);
            return verification;
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the exported heads could not be read", e);
        }
    }

    /// Opens an incident for each break that was met while nothing could be written, with the time it was met.
    ///
    /// @return how many breaks waited
    public int takeIn() {
        try {
            var waiting = BreakFiles.waiting(home);
            for (var one : waiting) {
                open(new IncidentEvent.BreakTakenIn(one.at(), one.lines().size()), one.at(), one.lines());
                BreakFiles.taken(one);
            }
            return waiting.size();
        } catch (IOException e) {
            throw new UncheckedIOException("a waiting break of the record could not be taken in", e);
        }
    }

    private void open(IncidentEvent event, Instant known, List<String> lines) {
        var now = clock.instant();
        var stamp = new Stamp(Actor.SYSTEM, Opening.MACHINE, Role.OPERATOR.word(), null, null, null, null);
        transactions.recorded(new Scope.Federation(), connection -> {
            var entries = new ArrayList<Entry>(List.of(new Entry(stamp, event)));
            for (var line : lines) {
                var opening = new Opening(
                        Organisation.FEDERATION,
                        true,
                        IncidentKind.CHAIN_BREAK,
                        THREAD,
                        THREAD + " " + line,
                        null,
                        "",
                        line,
                        known.isAfter(now) ? now : known,
                        null,
                        Opening.MACHINE);
                entries.addAll(opening.open(connection, stamp, now));
            }
            return new Recorded<>(true, entries);
        });
    }
}
