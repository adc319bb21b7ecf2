package jp.bansho.numbers.staff;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.account.Account;
import jp.bansho.access.account.AccountEvent;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.account.NewUser;
import jp.bansho.access.account.NightlyBatch;
import jp.bansho.access.account.Preparation;
import jp.bansho.access.account.Slip;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The users of this machine (A2-A4): what user managers prepare, what the nightly batch makes of it,
/// slips, emergency stops. Each act is on record in its own transaction; a refusal too.
@Component
public class Users {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Accounts accounts = new Accounts();
    private final Transactions transactions;
    private final NewRights newRights;
    private final ReviewDesk reviews;
    private final Rights rights;
    private final Clock clock;

    Users(Transactions transactions, NewRights newRights, ReviewDesk reviews, Rights rights, Clock clock) {
        this.transactions = transactions;
        this.newRights = newRights;
        this.reviews = reviews;
        this.rights = rights;
        this.clock = clock;
    }

    /// The accounts of the member's organisation.
    public List<Account> of(Member member) {
        return transactions.read(
                new Scope.Desk(member.organisation()), connection -> accounts.of(connection, member.organisation()));
    }

    /// One account of the member's organisation.
    public Account one(Member member, String account) {
        return transactions.read(
                new Scope.Desk(member.organisation()), connection -> accounts.own(connection, member, account));
    }

    /// What is prepared for the nightly batch, or was.
    public List<Preparation> preparations(Member member, int most) {
        return transactions.read(
                new Scope.Desk(member.organisation()),
                connection -> accounts.preparations(connection, member.organisation(), most));
    }

    /// Prepares a new user; a role that is a new right gets its application for approval at once (A3, A6).
    public Preparation prepareNew(Member manager, NewUser user, String reason) {
        known(user.department());
        return desk(
                manager,
                "",
                connection -> prepared(
                        connection, manager, accounts.prepareNew(connection, manager, user, reason, clock.instant())));
    }

    /// Prepares another role, department or last day (transfer within the organisation).
    public Preparation prepareChange(
            Member manager, String account, AccountRole role, String department, LocalDate until, String reason) {
        known(department);
        return desk(
                manager,
                account,
                connection -> prepared(
                        connection,
                        manager,
                        accounts.prepareChange(
                                connection, manager, account, role, department, until, reason, clock.instant())));
    }

    /// Prepares the end of an account (A4).
    public Preparation prepareEnd(Member manager, String account, String reason) {
        return desk(
                manager,
                account,
                connection -> prepared(
                        connection,
                        manager,
                        accounts.prepareEnd(connection, manager, account, reason, clock.instant())));
    }

    /// Takes back what the batch has not carried out yet.
    public boolean withdraw(Member manager, long preparation) {
        return desk(manager, "", connection -> {
            if (!accounts.withdraw(connection, manager, preparation)) {
                return refused(false, manager, "", "too-late");
            }
            var entries = new ArrayList<Entry>();
            entries.add(entry(manager, new AccountEvent.PreparationWithdrawn(preparation)));
            var withdrawn = accounts.preparation(connection, preparation).orElseThrow();
            entries.addAll(newRights.withdrawWith(connection, manager, withdrawn));
            return new Recorded<>(true, entries);
        });
    }

    /// Opens a slip: shows the temporary password this once.
    public Slip openSlip(Member manager, String account) {
        var fresh = accounts.fresh();
        return door(manager, account, connection -> {
            var slip = accounts.openSlip(connection, manager, account, fresh, today(), clock.instant());
            return new Recorded<>(slip, List.of(entry(manager, new AccountEvent.SlipOpened(account))));
        });
    }

    /// Emergency stop: acts at once.
    ///
    /// @param reason kept with the account; the record has the act alone
    public void stop(Member manager, String account, String reason) {
        door(manager, account, connection -> {
            accounts.stop(connection, manager, account, reason, clock.instant());
            return new Recorded<>(account, List.of(entry(manager, new AccountEvent.AccountEnded(account, "stopped"))));
        });
    }

    /// A lost authenticator: back to a temporary password from the next day, by a slip that somebody else opens.
    ///
    /// @param reason kept with what was prepared; the record has the act alone
    public void reset(Member manager, String account, String reason) {
        door(manager, account, connection -> {
            accounts.reset(connection, manager, account, reason, today(), clock.instant());
            return new Recorded<>(account, List.of(entry(manager, new AccountEvent.AuthenticatorReset(account))));
        });
    }

    /// Registers a user manager, or the first approver of an organisation, from the operator's command line
    /// (A2).
    public Slip registerFirst(Actor operator, int organisation, NewUser user) {
        if (operator.role() != Role.OPERATOR) {
            throw new StaffRefused(
                    "only an operator registers people from the command line", "コマンドから利用者を登録できるのは運用担当者だけです");
        }
        var fresh = accounts.fresh();
        return commanded(operator, connection -> {
            known(user.department());
            var slip = accounts.registerFirst(
                    connection, organisation, user, operator.name(), fresh, today(), clock.instant());
            var made = new AccountEvent.AccountMade(
                    slip.account(), user.role().word(), user.department(), user.from(), user.until());
            var about = Organisation.isAssociation(organisation) ? organisation : null;
            return new Recorded<>(
                    slip,
                    List.of(
                            new Entry(operator.stamp(about, null, null, null), made),
                            new Entry(
                                    operator.stamp(about, null, null, null),
                                    new AccountEvent.SlipOpened(slip.account()))));
        });
    }

    /// The nightly batch (A3, A4); afterwards it opens the reviews that are due (A6).
    ///
    /// @param businessDate the day whose evening this is; not in the future
    public AccountEvent.NightlyBatchDone nightly(Actor operator, LocalDate businessDate) {
        if (operator.role() != Role.OPERATOR) {
            throw new StaffRefused("only an operator runs the nightly batch", "夜間処理を実行できるのは運用担当者だけです");
        }
        return commanded(operator, connection -> {
            if (businessDate.isAfter(today())) {
                throw new AccessRefused("future-date", "the business date lies in the future", "処理日が未来の日付です");
            }
            var entries = new ArrayList<Entry>();
            var result = NightlyBatch.run(
                    connection,
                    businessDate,
                    today(),
                    clock.instant(),
                    (c, preparation) -> newRights.use(c, operator, preparation, entries));
            var home = homes(connection);
            for (var event : result.events()) {
                entries.add(new Entry(operator.stamp(association(home, event), null, null, null), event));
            }
            entries.add(new Entry(operator.stamp(null, null, null, null), result.done()));
            for (var organisation : accounts.organisations(connection)) {
                entries.addAll(reviews.openDue(connection, operator, today(), organisation));
            }
            return new Recorded<>(result.done(), entries);
        });
    }

    /// An act of the operator's command line; a refusal is on record too.
    private <T> T commanded(Actor operator, Transactions.Work<Recorded<T>> work) {
        try {
            return transactions.recorded(new Scope.Door(), work);
        } catch (AccessRefused refused) {
            var event = new AccountEvent.AccountRefused("", refused.reason());
            var entry = new Entry(operator.stamp(null, null, null, null), event);
            transactions.recorded(new Scope.Door(), _ -> new Recorded<>(refused.reason(), List.of(entry)));
            throw refused;
        }
    }

    /// Where each account belongs.
    private Map<String, Integer> homes(Connection connection) throws SQLException {
        var homes = new HashMap<String, Integer>();
        for (var organisation : accounts.organisations(connection)) {
            for (var account : accounts.of(connection, organisation)) {
                homes.put(account.id(), organisation);
            }
        }
        return homes;
    }

    /// What the batch does to an association's account is for that association's auditors to read, too.
    private static @Nullable Integer association(Map<String, Integer> homes, AccountEvent event) {
        var account = switch (event) {
            case AccountEvent.AccountMade made -> made.account();
            case AccountEvent.AccountChanged changed -> changed.account();
            case AccountEvent.AccountEnded ended -> ended.account();
            case AccountEvent.TemporaryPasswordDied died -> died.account();
            default -> "";
        };
        var home = homes.get(account);
        return home != null && Organisation.isAssociation(home) ? home : null;
    }

    /// Today in Japan.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    private Recorded<Preparation> prepared(Connection connection, Member manager, Preparation preparation)
            throws SQLException {
        var entries = new ArrayList<Entry>();
        entries.add(entry(
                manager,
                new AccountEvent.ChangePrepared(
                        preparation.id(),
                        preparation.kind(),
                        preparation.account() == null ? "" : preparation.account(),
                        preparation.role() == null ? "" : preparation.role().word(),
                        preparation.department() == null ? "" : preparation.department())));
        entries.addAll(newRights.applyIfNeeded(connection, accounts, manager, preparation));
        return new Recorded<>(preparation, entries);
    }

    private void known(String department) {
        if (!rights.departments().containsKey(department)) {
            throw new AccessRefused("no-such-department", "there is no such department", "その部署はありません");
        }
    }

    private <T> T desk(Member manager, String account, Transactions.Work<Recorded<T>> work) {
        return recordingRefusals(manager, account, new Scope.Desk(manager.organisation()), work);
    }

    private <T> T door(Member manager, String account, Transactions.Work<Recorded<T>> work) {
        return recordingRefusals(manager, account, new Scope.Door(), work);
    }

    private <T> T recordingRefusals(Member manager, String account, Scope scope, Transactions.Work<Recorded<T>> work) {
        try {
            return transactions.recorded(scope, work);
        } catch (AccessRefused refused) {
            transactions.recorded(new Scope.Door(), _ -> refused(account, manager, account, refused.reason()));
            throw refused;
        }
    }

    private static <T> Recorded<T> refused(T value, Member manager, String account, String reason) {
        var written = account.matches("[a-z][a-z0-9.-]{2,31}") ? account : "";
        return new Recorded<>(value, List.of(entry(manager, new AccountEvent.AccountRefused(written, reason))));
    }

    private static Entry entry(Member member, AccountEvent event) {
        return new Entry(member.stamp(Actor.SYSTEM, member.association(), null, null), event);
    }
}
