package jp.bansho.numbers.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.account.AccountEvent;
import jp.bansho.access.account.NewUser;
import jp.bansho.access.session.SessionEvent;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.linkage.LinkageEvent.PersonFound;
import jp.bansho.numbers.registry.RegistryEvent;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.staff.Users;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.taxfile.TaxfileEvent;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.vault.VaultEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each rule finds the case that was planted for it, and a quiet log yields nothing (L5).
class LogCheckTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int THERE = TestMachine.SAITAMA;
    private static final Duration DAY = Duration.ofDays(1);

    private Office office;
    private Member auditor;

    @BeforeEach
    void open() throws SQLException {
        office = new Office();
        office.machine().take(JobKind.RESULTS, HERE, people());
        office.machine().register(THERE, 0, 2);
        auditor = member(HERE, AccountRole.AUDITOR, "audit");
        // the numbers were registered long ago: that must not pass for a follow-up
        execute("update vault.sealed_number set registered_at = timestamptz '2026-01-05'");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aQuietLogYieldsNothing() throws SQLException {
        var clerk = hire();
        for (var day = 0; day < 9; day++) {
            if (day != 4 && day != 5) { // a weekend
                for (var person = 2; person < 6; person++) {
                    look(clerk, person);
                }
                reveal(clerk, 3, "P-06:number-registration");
                record(clerk, 3, "P-06:number-registration", new RegistryEvent.NumberConfirmed());
                refuse(clerk, 2);
            }
            office.clock().pass(DAY);
        }
        office.clock().pass(DAY.multipliedBy(7));
        var run = check().run(auditor);
        assertThat(run.hits()).isZero();
        assertThat(run.records()).isPositive();
    }

    @Test
    void eachRuleFindsItsCaseAndNothingElse() throws SQLException {
        var expected = new ArrayList<String>();
        var busy = hire();
        var usual = hire();
        var night = hire();
        var self = hire();
        keptAs(self, 1);
        var nosy = hire();
        var prober = hire();
        var patient = hire();
        var stranger = hire();
        var careless = hire();
        var family = hire();
        var neighbour = hire();
        called(family, "高橋 花子");

        for (var day = 0; day < 8; day++) {
            if (day != 4 && day != 5) {
                for (var i = 0; i < 5; i++) {
                    look(usual, 2 + i);
                }
            }
            office.clock().pass(DAY);
        }
        // Wednesday, 2026-12-02
        looks(usual, 21);
        expected.add("volume " + usual);
        looks(busy, 301);
        expected.add("volume " + busy);
        look(self, 1);
        expected.add("own-record " + self + " " + subject(1));
        look(nosy, 1);
        expected.add("colleague " + nosy + " " + subject(1));
        office.machine().part(Honeytokens.class).mark(auditor, userNumber(8), "架空の人");
        look(stranger, 8);
        expected.add("honeytoken " + stranger + " " + subject(8));
        refuse(prober, 5);
        expected.add("refusals " + prober);
        refuse(patient, 4);
        look(patient, 2);
        refuse(patient, 4);
        look(family, 10);
        expected.add("own-family " + family + " " + subject(10));
        for (var person = 12; person < 16; person++) {
            look(neighbour, person);
        }
        expected.add("one-address " + neighbour);
        for (var person = 12; person < 15; person++) {
            look(patient, person);
        }

        reveal(careless, 5, "P-06:number-registration");
        expected.add("unfollowed " + careless + " " + subject(5));
        reveal(careless, 6, "P-06:number-registration");
        reveal(careless, 7, "P-05:pension-consultation");
        reveal(careless, 9, "P-06:number-registration");
        reveal(careless, 11, "P-10:withholding-slip");
        office.clock().pass(DAY);
        record(nosy, 6, "P-06:number-registration", new RegistryEvent.NumberConfirmed());
        execute("update vault.sealed_number set registered_at = timestamptz '2026-12-04' where subject = "
                + subject(9));
        office.machine()
                .part(Transactions.class)
                .recorded(
                        new Scope.Federation(),
                        _ -> new Recorded<>(
                                true,
                                List.of(new Entry(
                                        new Stamp("numbers", "f.renmei", "federation", null, null, null, null),
                                        new TaxfileEvent.ReportWritten(
                                                1, "P", "m", 1, 1, 1, 0, "tax-office", "taro")))));
        office.clock().pass(Duration.ofHours(12)); // 22:00 in Japan
        look(night, 2);
        expected.add("off-hours " + night);
        office.clock().pass(Duration.ofHours(36)); // Saturday morning
        look(night, 2);
        expected.add("off-hours " + night);
        office.clock().pass(DAY.multipliedBy(7));

        var first = check().run(auditor);
        assertThat(found()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(first.added()).isEqualTo(expected.size());
        assertThat(check().run(auditor).added()).as("a second run").isZero();
        assertThat(found()).hasSameSizeAs(expected);
    }

    @Test
    void aRevealIsJudgedWhenItsDaysAreOver() throws SQLException {
        var clerk = hire();
        reveal(clerk, 5, "P-06:number-registration");
        office.clock().pass(DAY.multipliedBy(6));
        assertThat(check().run(auditor).hits()).isZero();
        office.clock().pass(DAY.multipliedBy(2));
        assertThat(check().run(auditor).hits()).isEqualTo(1);
    }

    @Test
    void aLookAtAPlantedPersonIsSeenBeforeAnyCheck() throws SQLException {
        var clerk = hire();
        look(clerk, 8);
        office.clock().pass(Duration.ofMinutes(1));
        office.machine().part(Honeytokens.class).mark(auditor, userNumber(8), "架空の人");
        assertThat(findings().waiting(auditor)).as("looks before the marking").isZero();
        office.clock().pass(Duration.ofMinutes(1));
        look(clerk, 8);
        assertThat(findings().waiting(auditor)).isEqualTo(1);
        check().run(auditor);
        assertThat(findings().waiting(auditor)).as("now it is a finding").isEqualTo(1);
    }

    @Test
    void aFindingThatGrowsIsOpenAgain() throws SQLException {
        var clerk = hire();
        office.machine().part(Honeytokens.class).mark(auditor, userNumber(8), "架空の人");
        look(clerk, 8);
        check().run(auditor);
        var id = number("select id from inspection.finding");
        findings().workOff(auditor, id, FindingState.EXPLAINED, "訓練でした", 1);
        assertThat(check().run(auditor).added()).isZero();
        assertThat(findings().waiting(auditor)).isZero();
        look(clerk, 8);
        assertThat(check().run(auditor).added()).isEqualTo(1);
        assertThat(findings().waiting(auditor)).isEqualTo(1);
        assertThatThrownBy(() -> findings().workOff(auditor, id, FindingState.EXPLAINED, "読んでいない", 1))
                .as("worked off as it was before it grew")
                .hasMessageContaining("meanwhile");
    }

    @Test
    void theOperatorChecksAllPartsAndLearnsCountsOnly() throws SQLException {
        refuse(hire(), 5);
        var runs = check().runAll(office.machine().actor(Role.OPERATOR));
        assertThat(runs.keySet()).containsExactly(0, THERE, HERE, 100);
        assertThat(runs.get(HERE)).extracting(run -> run.added()).isEqualTo(1);
        assertThat(runs.get(THERE)).extracting(run -> run.hits()).isEqualTo(0);
        assertThat(number("select count(*) from audit.record where event = 'log-checked' and role = 'operator'"))
                .isEqualTo(4);
        assertThatThrownBy(() -> check().runAll(office.machine().clerk(HERE))).isInstanceOf(StaffRefused.class);
    }

    @Test
    void anAccountMadeByCommandIsSeenByTheAuditorsOfItsOrganisation() throws SQLException {
        for (var organisation : new int[] {HERE, Organisation.FEDERATION, Organisation.OPERATOR}) {
            office.machine()
                    .part(Users.class)
                    .registerFirst(
                            office.machine().actor(Role.OPERATOR),
                            organisation,
                            new NewUser(
                                    "M1",
                                    "試験 管理",
                                    null,
                                    AccountRole.USER_MANAGER,
                                    "general",
                                    Office.TODAY,
                                    LocalDate.of(2027, 3, 31)));
        }
        check().runAll(office.machine().actor(Role.OPERATOR));
        try (var administrator = office.machine().superuser()) {
            assertThat(
                            Sql.rows(
                                    administrator,
                                    "select organisation, amount from inspection.finding where rule = 'made-by-command' order by 1"))
                    .as("two records each; the operations manager sees all three")
                    .containsExactly("0|2", "28|2", "100|6");
        }
    }

    @Test
    void whatTheNightlyBatchMakesIsOnRecordForTheAssociationAndNoFinding() throws SQLException {
        var managed = member(HERE, AccountRole.USER_MANAGER, "general");
        var users = office.machine().part(Users.class);
        var beginner =
                new NewUser("N1", "試験 新人", null, AccountRole.CLERK, "pension", Office.TODAY, LocalDate.of(2027, 3, 31));
        users.prepareNew(managed, beginner, "新任");
        users.nightly(office.machine().actor(Role.OPERATOR), Office.TODAY);
        try (var administrator = office.machine().superuser()) {
            assertThat(
                            Sql.rows(
                                    administrator,
                                    "select association from audit.record where event = 'account-made' order by seq desc limit 1"))
                    .containsExactly(String.valueOf(HERE));
        }
        assertThat(check().run(auditor).hits()).isZero();
    }

    @Test
    void whoeverResetsAnAuthenticatorAndOpensTheSlipIsAFinding() throws SQLException {
        var victim = hire();
        var other = hire();
        var manager = office.hire(HERE, AccountRole.USER_MANAGER, "general").account();
        var second = office.hire(HERE, AccountRole.USER_MANAGER, "general").account();
        manage(manager, new AccountEvent.AuthenticatorReset(victim));
        manage(manager, new AccountEvent.AuthenticatorReset(other));
        office.clock().pass(DAY);
        manage(second, new AccountEvent.SlipOpened(victim));
        assertThat(check().run(auditor).hits()).as("four eyes").isZero();
        manage(manager, new AccountEvent.SlipOpened(other));
        check().run(auditor);
        assertThat(found()).containsExactly("reset-and-opened " + manager);
    }

    private void manage(String account, AuditEvent event) {
        record(List.of(new Entry(
                new Stamp("numbers", account, AccountRole.USER_MANAGER.word(), HERE, null, null, null), event)));
    }

    private LogCheck check() {
        return office.machine().part(LogCheck.class);
    }

    private Findings findings() {
        return office.machine().part(Findings.class);
    }

    private String hire() throws SQLException {
        return office.hire(HERE, AccountRole.CLERK, "pension").account();
    }

    private Member member(int organisation, AccountRole role, String department) throws SQLException {
        var account = office.hire(organisation, role, department).account();
        var person = number("select person from access.account where id = '" + account + "'");
        return new Member(account, person, "", organisation, role, department);
    }

    private void keptAs(String account, int person) throws SQLException {
        execute("update access.person set own_user_number = '" + userNumber(person)
                + "' where id = (select person from access.account where id = '" + account + "')");
    }

    /// Everybody lives alone but persons 12 to 15; person 10 is of the family 髙橋.
    private Path people() {
        return InventedFiles.write(
                office.machine().folder().resolve("people.csv"),
                IntStream.range(0, 20)
                        .mapToObj(i -> InventedFiles.found(i + 1, userNumber(i), InventedFiles.digits(HERE, i), false)
                                .replace("番所　太郎", i == 10 ? "髙橋　太郎" : "番所　太郎")
                                .replace("中央区,", i >= 12 && i < 16 ? "中央区 １番地," : "中央区" + (i + 2) + "番地,"))
                        .collect(Collectors.joining()));
    }

    private void called(String account, String name) throws SQLException {
        execute("update access.person set name = '" + name
                + "' where id = (select person from access.account where id = '" + account + "')");
    }

    private void look(String account, int person) throws SQLException {
        record(account, person, "P-03:pension-payment", new PersonFound("USER_NUMBER"));
    }

    private void looks(String account, int times) throws SQLException {
        var subject = subject(2);
        var stamp = stamp(account, subject, "P-03:pension-payment");
        record(IntStream.range(0, times)
                .mapToObj(_ -> new Entry(stamp, new PersonFound("USER_NUMBER")))
                .toList());
    }

    private void reveal(String account, int person, String purpose) throws SQLException {
        record(account, person, purpose, new VaultEvent.NumberRevealed("R8-1", ""));
    }

    private void refuse(String account, int times) {
        var stamp = stamp(account, null, null);
        record(IntStream.range(0, times)
                .mapToObj(_ -> new Entry(stamp, new SessionEvent.RightMissing("number.reveal", "X")))
                .toList());
    }

    private void record(String account, int person, String purpose, AuditEvent event) throws SQLException {
        record(List.of(new Entry(stamp(account, subject(person), purpose), event)));
    }

    private void record(List<Entry> entries) {
        office.machine()
                .part(Transactions.class)
                .recorded(new Scope.Association(HERE), _ -> new Recorded<>(true, entries));
    }

    private static Stamp stamp(String account, @Nullable Long subject, @Nullable String purpose) {
        return new Stamp("numbers", account, "clerk", HERE, purpose, subject, null);
    }

    private List<String> found() throws SQLException {
        try (var administrator = office.machine().superuser()) {
            return Sql.rows(
                    administrator,
                    "select concat_ws(' ', rule, account, subject::text) from inspection.finding where organisation = 28");
        }
    }

    private long subject(int person) throws SQLException {
        return office.machine().subject(userNumber(person));
    }

    private static String userNumber(int person) {
        return InventedFiles.userNumber(HERE, person);
    }

    private long number(String sql) throws SQLException {
        try (var administrator = office.machine().superuser()) {
            return Sql.number(administrator, sql);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var administrator = office.machine().superuser()) {
            Sql.run(administrator, sql);
        }
    }
}
