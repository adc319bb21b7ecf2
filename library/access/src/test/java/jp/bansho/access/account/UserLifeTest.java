package jp.bansho.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.DeskDatabase;
import jp.bansho.access.Member;
import jp.bansho.access.Sql;
import jp.bansho.access.session.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The life of a user: prepared, made, let in, transferred, stopped, ended (A2-A4).
class UserLifeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final Instant NOW = DeskDatabase.NOW;

    private final DeskDatabase database = new DeskDatabase();
    private final Accounts accounts = new Accounts();

    @SuppressWarnings("NullAway.Init")
    private Member manager;

    @BeforeEach
    void hireTheManager() throws SQLException {
        manager = database.member("km01-0001", 1, "M1", "原 五郎", AccountRole.USER_MANAGER, "general");
    }

    @Test
    void theNightlyBatchMakesTheAccountAndTheSlipMayBeOpenedFromTheNextDayOnce() throws SQLException {
        prepare("S7", AccountRole.CLERK);
        var result = night(TODAY, "approved");
        assertThat(result.done().made()).isEqualTo(1);
        assertThat(result.events())
                .containsExactly(
                        new AccountEvent.AccountMade("k01-0001", "clerk", "pension", TODAY, TODAY.plusYears(1)));
        assertThatThrownBy(() -> open("k01-0001", TODAY)).isInstanceOf(AccessRefused.class);
        var slip = open("k01-0001", TODAY.plusDays(1));
        assertThat(slip.temporaryPassword()).matches("([A-Z2-8]{4}-){3}[A-Z2-8]{4}");
        assertThat(slip.toString()).doesNotContain(slip.temporaryPassword());
        assertThatThrownBy(() -> open("k01-0001", TODAY.plusDays(1))).isInstanceOf(AccessRefused.class);
        assertThat(knock(
                        "k01-0001",
                        slip.temporaryPassword().toLowerCase(Locale.ROOT).replace("-", ""),
                        1))
                .isInstanceOf(Knock.Welcome.class);
    }

    @Test
    void aSecondRunOfTheBatchDoesNothing() throws SQLException {
        prepare("S7", AccountRole.CLERK);
        night(TODAY, "approved");
        var again = night(TODAY, "approved");
        assertThat(again.events()).isEmpty();
        assertThat(again.done()).isEqualTo(new AccountEvent.NightlyBatchDone(TODAY, 0, 0, 0, 0, 0));
    }

    @Test
    void aNewRightWaitsForItsApprovalAndFailsWithoutOne() throws SQLException {
        var preparation = prepare("S7", AccountRole.SENIOR_CLERK);
        database.desk(1, connection -> {
            accounts.awaits(connection, preparation.id(), 1);
            return preparation;
        });
        assertThat(night(TODAY, "waits").done().made()).isZero();
        assertThat(night(TODAY, "refused").done().failed()).isEqualTo(1);
        assertThat(night(TODAY, "approved").done().made())
                .as("what failed stays failed")
                .isZero();
        prepare("S8", AccountRole.SENIOR_CLERK);
        assertThat(night(TODAY, "approved").done().failed())
                .as("nobody applied")
                .isEqualTo(1);
    }

    @Test
    void aWrongPasswordBlocksAfterFiveTimesAndLongerEachTime() throws SQLException {
        var slip = madeAndOpened("S7");
        for (var i = 1; i <= 4; i++) {
            assertThat(knock("k01-0001", "WRONG", 1)).isEqualTo(refused("wrong-password", false));
        }
        assertThat(knock("k01-0001", "WRONG", 1)).isEqualTo(refused("wrong-password", true));
        assertThat(knock("k01-0001", slip.temporaryPassword(), 1)).isEqualTo(refused("blocked", false));
        assertThat(this.<Knock>atTheDoor(connection -> accounts.greet(connection, "k01-0001", TODAY.plusDays(1))))
                .as("the passkey is not blocked")
                .isInstanceOf(Knock.Welcome.class);
        assertThat(knock("k01-0001", "WRONG", TODAY.plusDays(1), NOW.plus(Duration.ofSeconds(61))))
                .isEqualTo(refused("wrong-password", true));
        assertThat(knock("k01-0001", slip.temporaryPassword(), TODAY.plusDays(1), NOW.plus(Duration.ofSeconds(122))))
                .as("the second block lasts two minutes")
                .isEqualTo(refused("blocked", false));
    }

    @Test
    void whatChangedWhileThePasswordWasComparedCounts() throws SQLException {
        var slip = madeAndOpened("S7");
        var claim = this.<Claim>atTheDoor(connection -> accounts.claim(connection, "k01-0001", TODAY.plusDays(1)));
        assertThat(claim.toString()).doesNotContain("k01", String.valueOf(claim.hash()));
        assertThat(accounts.matches(claim, slip.temporaryPassword())).isTrue();
        assertThat(accounts.matches(new Claim("k01-9999", null), slip.temporaryPassword()))
                .isFalse();
        database.execute("update access.temporary_password set hash = 'another'");
        assertThat(this.<Knock>atTheDoor(connection -> accounts.knock(connection, claim, true, TODAY.plusDays(1), NOW)))
                .isEqualTo(refused("slip-changed", false));
        database.door(connection -> {
            accounts.stop(connection, manager, "k01-0001", "紛失", NOW);
            return true;
        });
        assertThat(this.<Knock>atTheDoor(connection -> accounts.knock(connection, claim, true, TODAY.plusDays(1), NOW)))
                .isEqualTo(refused("ended", false));
    }

    @Test
    void aTemporaryPasswordDiesUnused() throws SQLException {
        var slip = madeAndOpened("S7");
        assertThat(knock("k01-0001", slip.temporaryPassword(), 1 + Accounts.SLIP_DAYS))
                .isInstanceOf(Knock.Welcome.class);
        assertThat(knock("k01-0001", slip.temporaryPassword(), 2 + Accounts.SLIP_DAYS))
                .isEqualTo(refused("no-temporary-password", false));
        assertThat(night(TODAY.plusDays(2 + Accounts.SLIP_DAYS), "approved").events())
                .containsExactly(new AccountEvent.TemporaryPasswordDied("k01-0001"));
    }

    @Test
    void anEmergencyStopActsAtOnceAndTheEndOfTimeByTheBatch() throws SQLException {
        madeAndOpened("S7");
        madeAndOpened("S8");
        session("k01-0001");
        assertThat(present("k01-0001")).isTrue();
        database.door(connection -> {
            accounts.stop(connection, manager, "k01-0001", "紛失", NOW);
            return true;
        });
        assertThat(present("k01-0001")).isFalse();
        assertThat(knock("k01-0001", "WHATEVER", 1)).isEqualTo(refused("ended", false));
        session("k01-0002");
        database.desk(1, connection -> accounts.prepareEnd(connection, manager, "k01-0002", "退職", NOW));
        assertThat(present("k01-0002")).as("until the batch").isTrue();
        assertThat(night(TODAY, "approved").done().ended()).isEqualTo(1);
        assertThat(present("k01-0002")).isFalse();
        assertThat(night(TODAY.plusYears(2), "approved").events())
                .as("the account of the manager and the stopped one run out")
                .contains(new AccountEvent.AccountEnded("km01-0001", "expired"));
    }

    @Test
    void aTransferEndsTheSessionSoThatNobodyWorksOnWithTheOldRight() throws SQLException {
        madeAndOpened("S7");
        session("k01-0001");
        database.desk(
                1,
                connection -> accounts.prepareChange(
                        connection, manager, "k01-0001", AccountRole.CLERK, "tax", TODAY.plusYears(1), "異動", NOW));
        assertThat(night(TODAY, "approved").done().changed()).isEqualTo(1);
        assertThat(present("k01-0001")).isFalse();
        assertThat(database.desk(1, connection -> accounts.own(connection, manager, "k01-0001"))
                        .department())
                .isEqualTo("tax");
    }

    @Test
    void aResetTakesThePasskeyAndLeadsBackThroughASlipFromTheNextDay() throws SQLException {
        madeAndOpened("S7");
        session("k01-0001");
        database.door(connection -> {
            accounts.reset(connection, manager, "k01-0001", "紛失", TODAY.plusDays(1), NOW);
            return true;
        });
        assertThat(present("k01-0001")).isFalse();
        assertThatThrownBy(() -> open("k01-0001", TODAY.plusDays(1))).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> open("k01-0001", TODAY.plusDays(2)))
                .as("not by whoever reset it")
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("own-reset"));
        var other = database.member("km01-0009", 1, "M9", "谷 六子", AccountRole.USER_MANAGER, "general");
        var slip = database.door(connection ->
                accounts.openSlip(connection, other, "k01-0001", accounts.fresh(), TODAY.plusDays(2), NOW));
        assertThat(slip.account()).isEqualTo("k01-0001");
    }

    @Test
    void nobodyManagesTheirOwnAccountOrAnotherOrganisations() throws SQLException {
        var elsewhere = database.member("k02-0009", 2, "S9", "南 六郎", AccountRole.CLERK, "pension");
        for (var account : List.of(manager.account(), elsewhere.account(), "k99-0001")) {
            assertThatThrownBy(() -> database.desk(
                            1, connection -> accounts.prepareEnd(connection, manager, account, "理由", NOW)))
                    .isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> database.door(connection -> {
                        accounts.stop(connection, manager, account, "紛失", NOW);
                        return true;
                    }))
                    .isInstanceOf(AccessRefused.class);
        }
    }

    @Test
    void aKnownStaffNumberKeepsItsNameAndAManagerPreparesNoSecondAccountForThemselves() throws SQLException {
        madeAndOpened("S7");
        for (var wanted : List.of(
                new NewUser("S7", "別人 一郎", null, AccountRole.CLERK, "pension", TODAY, TODAY.plusYears(1)),
                new NewUser("M1", "原 五郎", null, AccountRole.CLERK, "pension", TODAY, TODAY.plusYears(1)))) {
            assertThatThrownBy(() ->
                            database.desk(1, connection -> accounts.prepareNew(connection, manager, wanted, "採用", NOW)))
                    .isInstanceOf(AccessRefused.class);
        }
        prepare("S9", AccountRole.CLERK);
        database.execute("insert into access.person (organisation, staff_number, name, name_key)"
                + " values (1, 'S9', '別人', '別人')");
        assertThat(night(TODAY, "approved").done().failed())
                .as("somebody else got the number meanwhile")
                .isEqualTo(1);
    }

    @Test
    void aManagerGivesOnlyTheRolesOfTheOwnOrganisationAndNeverTheOwnRole() {
        for (var role : List.of(AccountRole.USER_MANAGER, AccountRole.OPERATOR, AccountRole.FEDERATION_OFFICER)) {
            assertThatThrownBy(() -> prepare("S7", role)).isInstanceOf(AccessRefused.class);
        }
    }

    @Test
    void theOperatorRegistersManagersAndOnlyTheFirstApprover() throws SQLException {
        assertThat(first(AccountRole.SENIOR_CLERK, "A1").account()).isEqualTo("k01-0001");
        assertThatThrownBy(() -> first(AccountRole.SENIOR_CLERK, "A2")).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> first(AccountRole.CLERK, "A3")).isInstanceOf(AccessRefused.class);
        assertThat(first(AccountRole.USER_MANAGER, "A4").account()).isEqualTo("km01-0002");
    }

    @Test
    void theBatchTakesWhatWasPreparedByItsDayAndByWhoeverIsStillActive() throws SQLException {
        prepare("S7", AccountRole.CLERK);
        assertThat(night(TODAY.minusDays(1), "approved").events()).isEmpty();
        assertThat(night(TODAY, "approved").done().made()).isEqualTo(1);
        prepare("S8", AccountRole.CLERK);
        database.execute("update access.account set state = 'stopped' where id = 'km01-0001'");
        var result = night(TODAY, "approved");
        assertThat(result.done().made()).isZero();
        assertThat(result.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        AccountEvent.PreparationFailed.class,
                        failed -> assertThat(failed.why()).isEqualTo("the preparer is not active"));
    }

    @Test
    void aReasonHoldsNoNumberAndAKnownUserNumberStays() throws SQLException {
        madeAndOpened("S7");
        for (var reason : List.of("123456789018", "本人の１２３４－５６７８－９０１８")) {
            assertThatThrownBy(() -> database.desk(
                            1, connection -> accounts.prepareEnd(connection, manager, "k01-0001", reason, NOW)))
                    .isInstanceOf(AccessRefused.class)
                    .hasMessageNotContaining(reason);
            assertThatThrownBy(() -> database.door(connection -> {
                        accounts.stop(connection, manager, "k01-0001", reason, NOW);
                        return true;
                    }))
                    .isInstanceOf(AccessRefused.class);
        }
        database.execute("update access.person set own_user_number = '100001' where staff_number = 'S7'");
        var again = new NewUser("S7", "新人 S7", "200002", AccountRole.CLERK, "tax", TODAY, TODAY.plusYears(1));
        database.desk(1, connection -> accounts.prepareNew(connection, manager, again, "採用", NOW));
        night(TODAY, "approved");
        assertThat(database.column(1, "select own_user_number from access.person where staff_number = 'S7'"))
                .containsExactly("100001");
    }

    @Test
    void theOperatorsRegistrationIsCheckedLikeAnyOther() {
        for (var wrong : List.of(
                new NewUser("", "名", null, AccountRole.USER_MANAGER, "general", TODAY, TODAY.plusYears(1)),
                new NewUser("A1", "名", null, AccountRole.USER_MANAGER, "general", TODAY, TODAY.minusDays(1)),
                new NewUser("A1", "名", null, AccountRole.USER_MANAGER, "general", TODAY, TODAY.plusYears(4)))) {
            assertThatThrownBy(() -> database.door(connection -> accounts.registerFirst(
                            connection, 1, wrong, "o.unei", new FreshPassword("x", "y"), TODAY, NOW)))
                    .isInstanceOf(AccessRefused.class);
        }
    }

    private Slip first(AccountRole role, String staffNumber) throws SQLException {
        return database.door(connection ->
                accounts.registerFirst(connection, 1, user(staffNumber, role), "o.unei", accounts.fresh(), TODAY, NOW));
    }

    private Preparation prepare(String staffNumber, AccountRole role) throws SQLException {
        return database.desk(
                1, connection -> accounts.prepareNew(connection, manager, user(staffNumber, role), "採用", NOW));
    }

    private static NewUser user(String staffNumber, AccountRole role) {
        return new NewUser(staffNumber, "新人 " + staffNumber, null, role, "pension", TODAY, TODAY.plusYears(1));
    }

    private NightlyBatch.Result night(LocalDate day, String gate) throws SQLException {
        return database.door(connection -> NightlyBatch.run(connection, day, day, NOW, (_, _) -> gate));
    }

    private Slip madeAndOpened(String staffNumber) throws SQLException {
        prepare(staffNumber, AccountRole.CLERK);
        var made = night(TODAY, "approved").events().getFirst();
        return open(((AccountEvent.AccountMade) made).account(), TODAY.plusDays(1));
    }

    private Slip open(String account, LocalDate day) throws SQLException {
        return database.door(connection -> accounts.openSlip(connection, manager, account, accounts.fresh(), day, NOW));
    }

    private Knock knock(String account, String password, int daysLater) throws SQLException {
        return knock(account, password, TODAY.plusDays(daysLater), NOW);
    }

    private Knock knock(String account, String password, LocalDate today, Instant now) throws SQLException {
        return database.door(connection -> {
            var claim = accounts.claim(connection, account, today);
            return accounts.knock(connection, claim, accounts.matches(claim, password), today, now);
        });
    }

    private Knock refused(String reason, boolean blocked) throws SQLException {
        return new Knock.Refused(
                reason,
                database.door(connection -> accounts.find(connection, "k01-0001"))
                        .orElseThrow(),
                blocked);
    }

    private <T> T atTheDoor(DeskDatabase.Work<T> work) throws SQLException {
        return database.door(work);
    }

    private void session(String account) throws SQLException {
        database.door(connection -> {
            Sql.update(connection, """
                    insert into access.passkey (credential_id, account, organisation, credential, attestation_format, aaguid,
                                                sign_count, enrolled_at)
                    values (?, ?, 1, '\\x00', 'none', gen_random_uuid(), 0, ?)
                    """, account.getBytes(StandardCharsets.US_ASCII), account, NOW);
            return Sessions.begin(
                    connection,
                    account,
                    digest(account),
                    account.getBytes(StandardCharsets.US_ASCII),
                    null,
                    "127.0.0.1",
                    NOW);
        });
    }

    @Test
    void anOldSessionDoesNothingToTheOneThatReplacedIt() throws SQLException {
        madeAndOpened("S7");
        session("k01-0001");
        var old = database.door(connection -> Sessions.look(connection, digest("k01-0001"), TODAY.plusDays(1)))
                .orElseThrow();
        database.execute("update access.session set digest = sha256('another')");
        database.door(connection -> {
            assertThat(Sessions.end(connection, old)).isFalse();
            assertThat(Sessions.unlock(connection, old, NOW)).isFalse();
            Sessions.lock(connection, old);
            Sessions.touch(connection, old, NOW.plusSeconds(9));
            return true;
        });
        var changed = "select count(*) from access.session where locked or seen_at > '2026-11-16T00:30:00Z'";
        assertThat(database.column(1, changed)).containsExactly("0");
        assertThat(database.column(1, "select count(*) from access.session")).containsExactly("1");
    }

    private boolean present(String account) throws SQLException {
        return database.door(connection ->
                Sessions.look(connection, digest(account), TODAY.plusDays(1)).isPresent());
    }

    private static byte[] digest(String account) {
        var digest = new byte[32];
        digest[0] = (byte) account.charAt(account.length() - 1);
        return digest;
    }
}
