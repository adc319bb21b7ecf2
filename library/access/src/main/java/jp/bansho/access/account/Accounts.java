package jp.bansho.access.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.NameKey;
import jp.bansho.access.NumberInText;
import jp.bansho.access.Organisation;

/// The accounts' front door: what stands, what is prepared, slips, emergency stops. All methods work on the
/// caller's connection and transaction; the caller records the [AccountEvent].
public final class Accounts {

    /// How long a temporary password lives from the day it may be used, in days.
    public static final int SLIP_DAYS = 14;

    private static final int LONGEST = 100;
    private static final int LONGEST_YEARS = 3;

    private final Passwords passwords = new Passwords();

    /// Roles a user manager may give: those of the own organisation, never the own one (A2).
    public static Set<AccountRole> rolesOf(int organisation) {
        if (organisation == Organisation.FEDERATION) {
            return Set.of(AccountRole.FEDERATION_OFFICER, AccountRole.AUDITOR);
        }
        if (organisation == Organisation.OPERATOR) {
            return Set.of(AccountRole.OPERATOR, AccountRole.OPERATIONS_MANAGER);
        }
        return Set.of(AccountRole.CLERK, AccountRole.SENIOR_CLERK, AccountRole.AUDITOR);
    }

    /// Whether giving that role is a new right that a second person must approve (A6).
    public static boolean needsApproval(AccountRole role) {
        return role != AccountRole.CLERK;
    }

    /// One account.
    public Optional<Account> find(Connection connection, String id) throws SQLException {
        return AccountTable.byId(connection, id);
    }

    /// One account of the member's own organisation.
    ///
    /// @throws AccessRefused if there is none of that ID there
    public Account own(Connection connection, Member member, String id) throws SQLException {
        return AccountTable.byId(connection, id)
                .filter(account -> account.organisation() == member.organisation())
                .orElseThrow(() -> new AccessRefused(
                        "no-such-account", "there is no such user in your organisation", "あなたの組織にその利用者はいません"));
    }

    /// The organisations that have accounts which are not ended. In the door's scope.
    public List<Integer> organisations(Connection connection) throws SQLException {
        return AccountTable.organisations(connection);
    }

    /// All accounts of an organisation.
    public List<Account> of(Connection connection, int organisation) throws SQLException {
        return AccountTable.of(connection, organisation);
    }

    /// What is prepared or was, newest first.
    public List<Preparation> preparations(Connection connection, int organisation, int most) throws SQLException {
        return PreparationTable.of(connection, organisation, most);
    }

    /// One preparation.
    public Optional<Preparation> preparation(Connection connection, long id) throws SQLException {
        return PreparationTable.byId(connection, id);
    }

    /// Prepares a new account for the nightly batch (A3).
    ///
    /// @throws AccessRefused if the role is not this organisation's to give, or a field is missing
    public Preparation prepareNew(Connection connection, Member manager, NewUser user, String reason, Instant now)
            throws SQLException {
        require(user, manager.organisation());
        var known = AccountTable.known(connection, manager.organisation(), user.staffNumber());
        if (known.isPresent() && known.get().id() == manager.person()) {
            throw new AccessRefused("own-account", "nobody manages their own account", "自分の利用者IDは自分では扱えません");
        }
        requireName(known, user);
        NumberInText.refuse(reason);
        return PreparationTable.add(connection, manager, "create", null, user, reason, now);
    }

    /// Prepares another role, department or end date for an account.
    public Preparation prepareChange(
            Connection connection,
            Member manager,
            String account,
            AccountRole role,
            String department,
            LocalDate until,
            String reason,
            Instant now)
            throws SQLException {
        var known = notSelf(manager, own(connection, manager, account));
        var user = new NewUser(known.staffNumber(), known.name(), null, role, department, known.validFrom(), until);
        require(user, manager.organisation());
        NumberInText.refuse(reason);
        return PreparationTable.add(connection, manager, "change", account, user, reason, now);
    }

    /// Prepares the end of an account (A4).
    public Preparation prepareEnd(Connection connection, Member manager, String account, String reason, Instant now)
            throws SQLException {
        notSelf(manager, own(connection, manager, account));
        NumberInText.refuse(reason);
        return PreparationTable.add(connection, manager, "revoke", account, null, reason, now);
    }

    /// Takes back what the batch has not carried out yet.
    ///
    /// @return false if it is too late
    public boolean withdraw(Connection connection, Member manager, long preparation) throws SQLException {
        return PreparationTable.withdraw(connection, manager.organisation(), preparation);
    }

    /// Ties a preparation to the approval it waits for.
    public void awaits(Connection connection, long preparation, long application) throws SQLException {
        PreparationTable.awaits(connection, preparation, application);
    }

    /// Makes a temporary password and its hash; slow on purpose, so never within a transaction.
    public FreshPassword fresh() {
        var password = passwords.fresh();
        return new FreshPassword(password, passwords.hash(password));
    }

    /// Opens the slip of an account: keeps the hash of the temporary password, and shows it this once. In the
    /// door's scope.
    public Slip openSlip(
            Connection connection, Member manager, String account, FreshPassword fresh, LocalDate today, Instant now)
            throws SQLException {
        var known = notSelf(manager, own(connection, manager, account));
        if (Objects.equals(known.slipResetBy(), manager.person())) {
            throw new AccessRefused(
                    "own-reset",
                    "you reset this user's authenticator yourself: another user manager opens the slip; if there is none,"
                            + " ask the operator to register one",
                    "この通知書は、認証器の再登録を行った人とは別のユーザ管理責任者が表示します。ほかにいないときは、運用担当者にユーザ管理責任者の登録を依頼してください");
        }
        if (!SlipTable.open(connection, account, fresh.hash(), manager.account(), today, now)) {
            throw new AccessRefused(
                    "no-slip",
                    "there is no slip to open: it was opened before, has expired, or may be opened from the next day",
                    "開ける通知書がありません。既に表示したか、期限切れか、翌日以降に表示できるものです");
        }
        return new Slip(account, known.name(), fresh.password(), SlipTable.expiry(connection, account));
    }

    /// Registers somebody at once from the operator's command line, and gives the slip: a user manager
    /// (A2), or the first one of an organisation who may approve or run the machine, since somebody has to
    /// be first. In the door's scope.
    public Slip registerFirst(
            Connection connection,
            int organisation,
            NewUser user,
            String operator,
            FreshPassword fresh,
            LocalDate today,
            Instant now)
            throws SQLException {
        var another = of(connection, organisation).stream()
                .anyMatch(account ->
                        account.role() == user.role() && account.state().equals("active"));
        var first = rolesOf(organisation).contains(user.role()) && needsApproval(user.role()) && !another;
        if (user.role() != AccountRole.USER_MANAGER && !first) {
            throw new AccessRefused(
                    "not-the-first",
                    "the operator registers user managers, and the first of a role who may approve; others go through a"
                            + " user manager",
                    "運用担当者が登録できるのは、ユーザ管理責任者と、その組織で最初の承認権限者等だけです。ほかの利用者はユーザ管理責任者が準備します");
        }
        return registered(connection, organisation, user, operator, fresh, today, now);
    }

    /// Registers somebody at once on a machine that has no user managers: its few users are kept by the operator at the
    /// command line. In the door's scope.
    ///
    /// @throws AccessRefused if the role is not one of [#rolesOf] that organisation, or a field is missing
    public Slip registerHere(
            Connection connection,
            int organisation,
            NewUser user,
            String operator,
            FreshPassword fresh,
            LocalDate today,
            Instant now)
            throws SQLException {
        require(user, organisation);
        return registered(connection, organisation, user, operator, fresh, today, now);
    }

    private static Slip registered(
            Connection connection,
            int organisation,
            NewUser user,
            String operator,
            FreshPassword fresh,
            LocalDate today,
            Instant now)
            throws SQLException {
        requireFields(user);
        if (user.until().isBefore(today) || user.until().isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new AccessRefused(
                    "dates", "the last day lies between today and three years from now", "終了日は、本日から3年以内の日にしてください");
        }
        requireName(AccountTable.known(connection, organisation, user.staffNumber()), user);
        var id = NightlyBatch.make(connection, organisation, user, today, today, now);
        SlipTable.open(connection, id, fresh.hash(), operator, today, now);
        return new Slip(id, user.name(), fresh.password(), SlipTable.expiry(connection, id));
    }

    /// Stops an account at once: its session ends, its passkeys are gone. In the door's scope.
    ///
    /// @param reason why, for whoever reviews it later; not blank
    public void stop(Connection connection, Member manager, String account, String reason, Instant now)
            throws SQLException {
        var known = notSelf(manager, own(connection, manager, account));
        if (!known.state().equals("active")) {
            throw new AccessRefused("not-active", "the user is not active any more", "その利用者は既に停止または失効しています");
        }
        if (reason.isBlank()) {
            throw new AccessRefused("field-missing", "say why the user is stopped", "緊急停止の理由を入力してください");
        }
        NumberInText.refuse(reason);
        AccountTable.end(connection, account, "stopped", "emergency stop: " + reason.strip(), now);
    }

    /// A lost authenticator: passkeys and session go at once, a slip may be opened from the next day, by another
    /// user manager: nobody alone takes over somebody else's account. In the door's scope.
    ///
    /// @param reason kept with what was prepared; not blank
    public void reset(
            Connection connection, Member manager, String account, String reason, LocalDate today, Instant now)
            throws SQLException {
        var known = notSelf(manager, own(connection, manager, account));
        if (!known.usable(today)) {
            throw new AccessRefused("not-active", "the user is not active any more", "その利用者は既に停止または失効しています");
        }
        if (reason.isBlank()) {
            throw new AccessRefused("field-missing", "say why the passkeys are taken away", "パスキーを取り消す理由を入力してください");
        }
        NumberInText.refuse(reason);
        AccountTable.shut(connection, account);
        SlipTable.prepare(connection, account, today.plusDays(1), manager.account(), now);
        var noted = PreparationTable.add(connection, manager, "reset", account, null, reason.strip(), now);
        PreparationTable.end(connection, noted.id(), "done", account, now);
    }

    /// What a typed temporary password is to be compared with; the first of three steps, outside of any act.
    public Claim claim(Connection connection, String id, LocalDate today) throws SQLException {
        return Door.claim(connection, id, today);
    }

    /// Compares a typed temporary password; slow on purpose, so never within a transaction.
    public boolean matches(Claim claim, String password) {
        return new Door(passwords).matches(claim, password);
    }

    /// Decides on a claim that was compared; on success the account may enrol a passkey and nothing else.
    public Knock knock(Connection connection, Claim claim, boolean right, LocalDate today, Instant now)
            throws SQLException {
        return Door.knock(connection, claim, right, today, now);
    }

    /// Whether that ID may try a passkey now.
    public Knock greet(Connection connection, String id, LocalDate today) throws SQLException {
        return Door.greet(connection, id, today);
    }

    /// The slip that was opened and may be used on that day.
    public Optional<OpenedSlip> opened(Connection connection, String id, LocalDate today) throws SQLException {
        return SlipTable.opened(connection, id, today);
    }

    /// Somebody came in: forgets the failures.
    public void cameIn(Connection connection, String id, Instant now) throws SQLException {
        Door.cameIn(connection, id, now);
    }

    /// A passkey is enrolled: the temporary password is void from now on (A3).
    public void voidTemporary(Connection connection, String id) throws SQLException {
        SlipTable.remove(connection, id);
    }

    /// A staff number belongs to one human being: under another name it is a mistake, or worse.
    static void requireName(Optional<AccountTable.Known> known, NewUser user) {
        if (known.isPresent() && !known.get().nameKey().equals(NameKey.of(user.name()))) {
            throw new AccessRefused(
                    "other-name",
                    "this staff number belongs to somebody of another name",
                    "この職員番号は、別の氏名の人に登録されています。職員番号と氏名を確かめてください");
        }
    }

    private static void require(NewUser user, int organisation) {
        if (!rolesOf(organisation).contains(user.role())) {
            throw new AccessRefused(
                    "role-not-given-here", "your organisation does not give this role", "あなたの組織では付与できない役割です");
        }
        requireFields(user);
    }

    private static void requireFields(NewUser user) {
        NumberInText.refuse(user.staffNumber(), user.name());
        if (user.staffNumber().isBlank() || NameKey.of(user.name()).isEmpty()) {
            throw new AccessRefused("field-missing", "staff number and name are needed", "職員番号と氏名を入力してください");
        }
        if (List.of(user.staffNumber(), user.name(), Objects.requireNonNullElse(user.ownUserNumber(), "")).stream()
                .anyMatch(text -> text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))) {
            throw new AccessRefused(
                    "field-unreadable", "a field is too long or holds a control character", "長すぎるか、使えない文字を含む項目があります");
        }
        if (user.until().isBefore(user.from())) {
            throw new AccessRefused("dates", "the last day lies before the first", "終了日が開始日より前です");
        }
    }

    private static Account notSelf(Member manager, Account account) {
        if (account.person() == manager.person()) {
            throw new AccessRefused("own-account", "nobody manages their own account", "自分の利用者IDは自分では扱えません");
        }
        return account;
    }
}
