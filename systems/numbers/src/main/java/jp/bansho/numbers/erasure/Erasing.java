package jp.bansho.numbers.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyRing;

/// The one transaction of an erasure: the approval is used up, the list is gone, the record says so. All of it or
/// nothing. Whether a date on the list makes somebody due, the library says; whether it is still the date in force, and
/// whether nothing keeps the person, the database says where it deletes.
final class Erasing {

    private final Vault vault;
    private final KeyRing ring;
    private final ApprovalDesk approvals;
    private final Clock clock;

    Erasing(Vault vault, KeyRing ring, ApprovalDesk approvals, Clock clock) {
        this.vault = vault;
        this.ring = ring;
        this.approvals = approvals;
        this.clock = clock;
    }

    /// Erases in the caller's transaction, in the scope of the eraser of that run.
    ///
    /// @param next the pad key under which the blocks are sealed anew
    /// @return the run as it stands, or why nothing was done
    Recorded<Answer<Run>> erase(Connection connection, Member member, Run known, KeyName next) throws SQLException {
        vault.keepWritersAway(connection, known.association());
        var run = RunTable.lock(connection, known.id()).orElseThrow();
        var stamp = Actors.of(member).stamp(run.association(), null, null, null);
        if (run.state() != RunState.APPLIED || run.application() == null) {
            return refused(
                    stamp, run, "not-applied", "nobody applied for this run, or it is done", "申請されていないか、既に実施済みです");
        }
        if (!run.preparedBy().equals(member.account())) {
            return refused(stamp, run, "not-yours", "whoever ordered the run starts it", "廃棄を指示した人だけが開始できます");
        }
        var before = connection.setSavepoint();
        try {
            if (!RunTable.periods(connection, run.id()).stream().allMatch(period -> period.lawful(run.day()))) {
                throw new Purge.ListChanged();
            }
            var answer = approvals.execute(connection, member, run.application(), ApprovalKind.ERASURE, run.payload());
            return switch (answer) {
                case Answer.Refused<Application>(var refusal, var entries) ->
                    new Recorded<>(new Answer.Refused<>(refusal, entries), entries);
                case Answer.Done<Application>(var application, var entries) ->
                    erased(connection, run, application, entries, stamp, next);
            };
        } catch (Purge.ListChanged changed) {
            connection.rollback(before); // the approval is not used up, and whatever was deleted is there again
            return refused(
                    stamp,
                    run,
                    "list-changed",
                    "somebody on the list is not due any more, or differently; prepare a new list",
                    "一覧の人の期日・留保・利用目的が変わりました。一覧を作り直してください");
        }
    }

    private Recorded<Answer<Run>> erased(
            Connection connection, Run run, Application application, List<Entry> used, Stamp stamp, KeyName next)
            throws SQLException, Purge.ListChanged {
        var eraser = new Scope.Eraser(run.association(), run.id());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Transactions.enter(connection, eraser);
        var pads = Purge.run(connection, run.id(), Today.of(clock));
        Transactions.enter(connection, new Scope.Keeper(run.association()));
        vault.renewPads(connection, next, pads);
        Transactions.enter(connection, eraser);
        var old = new KeyName(next.purpose(), next.association(), next.version() - 1);
        RunTable.erased(
                connection,
                run.id(),
                String.valueOf(application.decidedBy()),
                now,
                pads.length,
                old.version(),
                ring.keyEncryptionId());
        var event = new ErasureEvent.NumbersErased(
                run.id(),
                run.digest(),
                run.people(),
                run.pensionUses(),
                run.taxUses(),
                pads.length,
                List.of(old.written()));
        var all = new ArrayList<>(used);
        all.add(new Entry(stamp, event));
        var done = RunTable.byId(connection, run.id()).orElseThrow();
        return new Recorded<>(new Answer.Done<>(done, all), all);
    }

    private static Recorded<Answer<Run>> refused(Stamp stamp, Run run, String reason, String english, String japanese) {
        var entries = List.of(new Entry(stamp, new ErasureEvent.RunRefused(run.id(), reason)));
        return new Recorded<>(new Answer.Refused<>(new AccessRefused(reason, english, japanese), entries), entries);
    }
}
