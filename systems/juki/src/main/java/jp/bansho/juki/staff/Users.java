package jp.bansho.juki.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Standing;
import jp.bansho.access.account.Account;
import jp.bansho.access.account.AccountEvent;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.account.NewUser;
import jp.bansho.access.account.Slip;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.Entry;
import jp.bansho.juki.store.MediaScope;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.terminal.DoorScope;
import org.springframework.stereotype.Component;

/// The few users of this machine, kept by the operator at the command line (J4). Each act is on record; a refusal too.
@Component
public class Users {

    private final Accounts accounts = new Accounts();
    private final Transactions transactions;
    private final JukiPremises premises;
    private final Clock clock;

    Users(Transactions transactions, JukiPremises premises, Clock clock) {
        this.transactions = transactions;
        this.premises = premises;
        this.clock = clock;
    }

    /// Registers somebody and gives the slip with the temporary password, which is shown this once.
    public Slip add(Pair operator, AccountRole role, String staffNumber, String name, LocalDate until) {
        var fresh = accounts.fresh();
        var user = new NewUser(staffNumber, name, null, role, JukiPremises.DEPARTMENT, today(), until);
        return commanded(operator, connection -> {
            var slip = accounts.registerHere(
                    connection, MediaScope.ORGANISATION, user, operator.doer(), fresh, today(), clock.instant());
            return new Recorded<>(
                    slip,
                    List.of(
                            entry(
                                    operator,
                                    new AccountEvent.AccountMade(
                                            slip.account(), role.word(), user.department(), user.from(), until)),
                            entry(operator, new AccountEvent.SlipOpened(slip.account()))));
        });
    }

    /// Ends an account at once (A4); whoever lost an authenticator gets a new account under the same staff number.
    ///
    /// @param reason kept with the account
    public void stop(Pair operator, String account, String reason) {
        var manager = new Member(
                operator.doer(), -1, "", MediaScope.ORGANISATION, AccountRole.OPERATOR, JukiPremises.DEPARTMENT);
        commanded(operator, connection -> {
            accounts.stop(connection, manager, account, reason, clock.instant());
            return new Recorded<>(account, List.of(entry(operator, new AccountEvent.AccountEnded(account, "stopped"))));
        });
    }

    /// All accounts.
    public List<Account> all() {
        return transactions.read(new DoorScope(), connection -> accounts.of(connection, MediaScope.ORGANISATION));
    }

    /// Another person who may stand beside somebody at a medium.
    ///
    /// @throws StaffRefused `second-person-missing` for the same person, under another account too, or nobody
    public Member beside(Member doer, String account) {
        return transactions
                .read(new DoorScope(), connection -> accounts.find(connection, account))
                .filter(found -> found.usable(today()) && found.person() != doer.person())
                .map(Account::member)
                .filter(member -> premises.allows(member, Right.HANDLE_MEDIA))
                .orElseThrow(StaffRefused::notASecondPerson);
    }

    /// Puts on record what the second person signed.
    public void signed(Member witness, String operation, String evidence) {
        transactions.recorded(
                new DoorScope(),
                _ -> new Recorded<>(
                        true,
                        List.of(new Entry(
                                witness.stamp("juki", null, null, null),
                                new StaffEvent.SecondPersonSigned(operation, evidence)))));
    }

    /// Today in Japan.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Standing.JAPAN);
    }

    private <T> T commanded(Pair operator, Transactions.Work<Recorded<T>> work) {
        try {
            return transactions.recorded(new DoorScope(), work);
        } catch (AccessRefused refused) {
            var event = new AccountEvent.AccountRefused("", refused.reason());
            transactions.recorded(new DoorScope(), _ -> new Recorded<>(true, List.of(entry(operator, event))));
            throw refused;
        }
    }

    private static Entry entry(Pair operator, AuditEvent event) {
        return new Entry(operator.stamp(null, null, null), event);
    }
}
