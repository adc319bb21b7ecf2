package jp.bansho.access.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.bansho.access.AccountRole;
import jp.bansho.access.NameKey;
import jp.bansho.access.Organisation;
import jp.bansho.access.Sql;

/// The nightly batch (A3, A4): makes, changes and ends accounts as prepared, ends those whose time is over,
/// and lets temporary passwords die. In the door's scope, in one transaction; running it twice does nothing
/// the second time.
public final class NightlyBatch {

    /// What the batch did, for the record.
    public record Result(List<AccountEvent> events, AccountEvent.NightlyBatchDone done) {}

    /// Says whether the approval a preparation waits for was given, and uses it up: exactly once, for
    /// exactly this text.
    @FunctionalInterface
    public interface ApprovalGate {
        /// Answers `waits`, `approved` or `refused`.
        String use(Connection connection, Preparation preparation) throws SQLException;
    }

    private final Connection connection;
    private final LocalDate businessDate;
    private final LocalDate today;
    private final Instant now;
    private final List<AccountEvent> events = new ArrayList<>();
    private int made;
    private int changed;
    private int ended;
    private int died;
    private int failed;

    private NightlyBatch(Connection connection, LocalDate businessDate, LocalDate today, Instant now) {
        this.connection = connection;
        this.businessDate = businessDate;
        this.today = today;
        this.now = now;
    }

    /// Runs the batch.
    ///
    /// @param businessDate the day whose evening this is: what was prepared later waits for its own evening, and
    ///     slips may be opened from the day after
    public static Result run(
            Connection connection, LocalDate businessDate, LocalDate today, Instant now, ApprovalGate gate)
            throws SQLException {
        var batch = new NightlyBatch(connection, businessDate, today, now);
        for (var preparation : PreparationTable.waiting(connection, businessDate)) {
            batch.one(preparation, gate);
        }
        batch.endExpired();
        for (var account : SlipTable.removeExpired(connection, today)) {
            batch.died++;
            batch.events.add(new AccountEvent.TemporaryPasswordDied(account));
        }
        return new Result(
                batch.events,
                new AccountEvent.NightlyBatchDone(
                        businessDate, batch.made, batch.changed, batch.ended, batch.died, batch.failed));
    }

    private void one(Preparation preparation, ApprovalGate gate) throws SQLException {
        if (AccountTable.byId(connection, preparation.preparedBy())
                .filter(preparer -> preparer.usable(today))
                .isEmpty()) {
            fail(preparation, "the preparer is not active");
            return;
        }
        var needed = needsApproval(preparation);
        if (needed && preparation.application() == null) {
            fail(preparation, "no approval was applied for");
            return;
        }
        switch (needed ? gate.use(connection, preparation) : "approved") {
            case "waits" -> {}
            case "refused" -> fail(preparation, "the approval was refused or ran out");
            case "approved" -> carryOut(preparation);
            case String other -> throw new IllegalStateException(other);
        }
    }

    private static boolean needsApproval(Preparation preparation) {
        return preparation.role() != null
                && (Accounts.needsApproval(preparation.role()) || preparation.organisation() == Organisation.OPERATOR);
    }

    private void carryOut(Preparation preparation) throws SQLException {
        switch (preparation.kind()) {
            case "create" -> create(preparation);
            case "change" -> change(preparation);
            case "revoke" -> revoke(preparation);
            case String other -> fail(preparation, "unknown kind " + other);
        }
    }

    private void create(Preparation preparation) throws SQLException {
        var user = new NewUser(
                Objects.requireNonNull(preparation.staffNumber()),
                Objects.requireNonNull(preparation.name()),
                preparation.ownUserNumber(),
                Objects.requireNonNull(preparation.role()),
                Objects.requireNonNull(preparation.department()),
                Objects.requireNonNull(preparation.from()),
                Objects.requireNonNull(preparation.until()));
        if (user.until().isBefore(today)) {
            fail(preparation, "the last day is over");
            return;
        }
        var known = AccountTable.known(connection, preparation.organisation(), user.staffNumber());
        if (known.isPresent() && !known.get().nameKey().equals(NameKey.of(user.name()))) {
            fail(preparation, "the staff number belongs to somebody of another name");
            return;
        }
        var id = make(connection, preparation.organisation(), user, businessDate.plusDays(1), today, now);
        made++;
        events.add(new AccountEvent.AccountMade(id, user.role().word(), user.department(), user.from(), user.until()));
        PreparationTable.end(connection, preparation.id(), "done", id, now);
    }

    static String make(
            Connection connection, int organisation, NewUser user, LocalDate slipFrom, LocalDate today, Instant now)
            throws SQLException {
        var person = AccountTable.person(connection, organisation, user, NameKey.of(user.name()));
        var prefix = prefix(organisation, user.role());
        var id = prefix + String.format(Locale.ROOT, "%04d", AccountTable.highestSerial(connection, prefix) + 1);
        AccountTable.add(connection, id, organisation, person, user, now);
        var from = slipFrom.isBefore(user.from()) ? user.from() : slipFrom;
        SlipTable.prepare(connection, id, from, null, now);
        return id;
    }

    /// Login IDs say where somebody works and nothing else: `k28-0001`, `r-0001`, `u-0001`.
    private static String prefix(int organisation, AccountRole role) {
        var managers = role == AccountRole.USER_MANAGER ? "m" : "";
        if (organisation == Organisation.FEDERATION) {
            return "r" + managers + "-";
        }
        return organisation == Organisation.OPERATOR
                ? "u" + managers + "-"
                : String.format(Locale.ROOT, "k%s%02d-", managers, organisation);
    }

    private void change(Preparation preparation) throws SQLException {
        var account = AccountTable.byId(connection, Objects.requireNonNull(preparation.account()));
        if (account.isEmpty() || !account.get().state().equals("active")) {
            fail(preparation, "the account is not active");
            return;
        }
        var role = Objects.requireNonNull(preparation.role());
        var department = Objects.requireNonNull(preparation.department());
        AccountTable.change(
                connection, account.get().id(), role, department, Objects.requireNonNull(preparation.until()));
        Sql.update(
                connection,
                "delete from access.session where account = ?",
                account.get().id());
        changed++;
        events.add(new AccountEvent.AccountChanged(account.get().id(), role.word(), department));
        PreparationTable.end(connection, preparation.id(), "done", account.get().id(), now);
    }

    private void revoke(Preparation preparation) throws SQLException {
        var id = Objects.requireNonNull(preparation.account());
        end(id, "revoked");
        PreparationTable.end(connection, preparation.id(), "done", id, now);
    }

    private void endExpired() throws SQLException {
        for (var account : AccountTable.expired(connection, today)) {
            end(account.id(), "expired");
        }
    }

    private void end(String account, String why) throws SQLException {
        AccountTable.end(connection, account, "revoked", why, now);
        ended++;
        events.add(new AccountEvent.AccountEnded(account, why));
    }

    private void fail(Preparation preparation, String why) throws SQLException {
        PreparationTable.end(connection, preparation.id(), "failed", why, now);
        failed++;
        events.add(new AccountEvent.PreparationFailed(preparation.id(), why));
    }
}
