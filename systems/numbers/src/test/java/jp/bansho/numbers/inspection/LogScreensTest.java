package jp.bansho.numbers.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.passkey.OperationChallenge;
import jp.bansho.access.passkey.Passkeys;
import jp.bansho.access.passkey.Verification;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.AuditExport;
import jp.bansho.audit.Entry;
import jp.bansho.audit.EventShape;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.command.Bansho;
import jp.bansho.numbers.linkage.Directory;
import jp.bansho.numbers.linkage.Identifier;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.numbers.vault.VaultEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import picocli.CommandLine;

/// The search of the record: who may, what of it, and that it is on record itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogScreensTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int THERE = TestMachine.SAITAMA;

    private Office office;
    private Office.Present auditor;

    @BeforeAll
    void open() throws SQLException {
        office = new Office();
        office.machine().register(HERE, 0, 3);
        office.machine().register(THERE, 0, 3);
        auditor = office.present(HERE, AccountRole.AUDITOR, "audit");
        reveal(HERE, 0, "R8-0042");
        reveal(THERE, 0, "S8-0099");
        office.machine().part(HeadKeeper.class).exportAndRecord();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void anAuditorFindsWhoDidWhatWhyWithWhom() {
        var reply = auditor.guest()
                .post(
                        "/log",
                        "from",
                        "R8.11.24",
                        "event",
                        "number-revealed",
                        "row",
                        "P-03",
                        "person",
                        InventedFiles.userNumber(HERE, 0));
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location())
                .as("the user number went on as a handle")
                .contains("kept=")
                .doesNotContain(InventedFiles.userNumber(HERE, 0));
        assertThat(auditor.guest()
                        .get(reply.location()
                                .substring(office.machine().origin().length()))
                        .page())
                .contains(
                        "NUM-0801", "個人番号の表示", "a.kumiai28", "P-03 年金の支給", "R8-0042", InventedFiles.userNumber(HERE, 0))
                .doesNotContain("S8-0099", InventedFiles.digits(HERE, 0), "??");
    }

    @Test
    void recordsOfAnotherAssociationAreNeverFound() throws SQLException {
        var other = record(THERE);
        assertThat(auditor.guest().get("/log?page=1").page())
                .contains("R8-0042")
                .doesNotContain("S8-0099");
        var missing = auditor.guest().get("/log/" + other);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.page()).contains("このページはありません", "あなたの点検の範囲にありません");
        assertThat(auditor.guest()
                        .post("/log", "person", InventedFiles.userNumber(THERE, 0))
                        .status())
                .isEqualTo(422);
        assertThat(auditor.guest().get("/log?page=1&kept=" + subject(THERE)).page())
                .doesNotContain("S8-0099", InventedFiles.userNumber(THERE, 0));
    }

    @Test
    void aQueryThatForgetsItsConditionSeesTheOwnPartOnly() throws SQLException {
        try (var here = office.machine().associationConnection(HERE)) {
            assertThat(Sql.rows(here, "select distinct association from inspection.record"))
                    .containsExactly("28");
            for (var view : List.of("inspection.federation_record", "inspection.operation_record", "audit.record")) {
                Sql.refused(here, Sql.NO_RIGHT, "select * from " + view);
            }
            Sql.refused(here, Sql.NO_RIGHT, "delete from inspection.finding");
        }
        try (var federation = office.machine().scoped(new Scope.Federation())) {
            assertThat(Sql.rows(
                            federation,
                            "select details from inspection.federation_record where event = 'number-revealed'"))
                    .isEmpty();
            Sql.refused(federation, Sql.NO_RIGHT, "select * from inspection.record");
        }
        try (var operator = office.machine().scoped(new Scope.Operator())) {
            assertThat(Sql.rows(operator, "select distinct role from inspection.operation_record"))
                    .isSubsetOf("operator", "operations-manager");
            Sql.refused(operator, Sql.NO_RIGHT, "select * from inspection.record");
        }
    }

    @Test
    void theSearchIsOnRecordItself() throws SQLException {
        auditor.guest().get("/log?page=1&from=2026-11-01&until=2026-11-30&event=came-in&refused=true");
        assertThat(last("log-searched"))
                .contains("\"from\":\"2026-11-01\"", "\"what\":\"came-in\"", "\"refusedOnly\":true", "\"found\":0");
        auditor.guest().get("/log/" + record(HERE));
        assertThat(last("record-shown")).contains("\"seq\":" + record(HERE));
        auditor.guest().post("/log", "person", "2899999999");
        assertThat(last("log-person-sought")).contains("\"found\":false");
    }

    @Test
    void whoIsNoAuditorSeesNothing() throws SQLException {
        for (var role : List.of(AccountRole.CLERK, AccountRole.SENIOR_CLERK, AccountRole.USER_MANAGER)) {
            var other = office.present(HERE, role, "pension").guest();
            assertThat(other.get("/log?page=1").status()).isEqualTo(403);
            assertThat(other.get("/log/" + record(HERE)).status()).isEqualTo(403);
        }
        var elsewhere = office.present(HERE, AccountRole.AUDITOR, "pension").guest();
        assertThat(elsewhere.get("/log?page=1").status())
                .as("an auditor of no audit office")
                .isEqualTo(403);
    }

    @Test
    void theOperationsManagerReadsTheOperatorsPartAndNoOther() throws SQLException {
        var manager =
                office.present(100, AccountRole.OPERATIONS_MANAGER, "operation").guest();
        assertThat(manager.get("/log?page=1&from=2026-01-01").page())
                .contains("NUM-0801", "運用担当者と機械の操作", "<span>machine</span>")
                .doesNotContain("a.kumiai28", "R8-0042", "対象者の利用番号");
        var auditorThere = office.present(0, AccountRole.AUDITOR, "audit").guest();
        assertThat(auditorThere.get("/log?page=1&from=2026-01-01").page())
                .contains("NUM-0801", "<span>" + "t000-")
                .doesNotContain("a.kumiai28", "<span>machine</span>");
    }

    @Test
    void whatIsTypedWrongIsSaidAndNothingIsSought() throws SQLException {
        var before = last("log-searched");
        for (var wrong : List.of("from=R8.2.30", "account=%E7%95%AA%E6%89%80", "from=2026-02-01&until=2026-01-01")) {
            var reply = auditor.guest().get("/log?page=1&" + wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(422);
            assertThat(reply.page()).contains("入力内容を確認してください");
        }
        assertThat(last("log-searched")).isEqualTo(before);
    }

    @Test
    void evidenceInARecordIsVerifiedFromTheRecordAlone() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var facts = new LinkedHashMap<String, String>();
        facts.put("association", String.valueOf(HERE));
        facts.put("subject", String.valueOf(subject(HERE)));
        facts.put("row", "P-05");
        facts.put("case", "E8-1");
        var operation = OperationChallenge.of(
                "reveal-number", clerk.account(), facts, office.clock().instant(), new SecureRandom());
        var passkeys = office.machine().part(Passkeys.class);
        String line;
        try (var door = office.machine().scoped(new Scope.Door())) {
            var options = passkeys.assertionOptions(door, clerk.account(), operation.challenge());
            var answer = clerk.authenticator().get(options);
            line = passkeys.verify(door, clerk.account(), operation.challenge(), answer)
                            instanceof Verification.Accepted(var _, var assertion, var _)
                    ? assertion.evidence(operation).line()
                    : "";
        }
        var member = new Member(clerk.account(), 1, "", HERE, AccountRole.CLERK, "pension");
        var vault = office.machine().part(Vault.class);
        vault.reveal(Actors.of(member), new Ground("pension", "P-05"), HERE, subject(HERE), "E8-1", line);
        assertThat(auditor.guest().get("/log/" + newest("number-revealed")).page())
                .contains("NUM-0802", "検証済み", "reveal-number")
                .doesNotContain("??");
        vault.reveal(Actors.of(member), new Ground("pension", "P-05"), HERE, subject(HERE, 1), "E8-2", line);
        assertThat(auditor.guest().get("/log/" + newest("number-revealed")).page())
                .as("the signature of another reveal")
                .contains("別の操作の証拠です")
                .doesNotContain("検証済み");
        vault.reveal(Actors.of(member), new Ground("pension", "P-05"), HERE, subject(HERE), "E8-1", line);
        assertThat(auditor.guest().get("/log/" + newest("number-revealed")).page())
                .as("the same signature under a second record")
                .contains("別の操作の証拠です");
        var stamp =
                new Stamp("numbers", clerk.account(), "clerk", HERE, "P-05:pension-consultation", subject(HERE), null);
        office.machine()
                .part(Transactions.class)
                .recorded(
                        new Scope.Association(HERE),
                        _ -> new Recorded<>(
                                true, List.of(new Entry(stamp, new VaultEvent.NumberRevealed("E8-1", "")))));
        assertThat(auditor.guest().get("/log/" + newest("number-revealed")).page())
                .as("a sensitive row without evidence")
                .contains("証拠がありません");
        assertThat(offline())
                .contains("genuine 1", "worthless 2", "missing 1", ": other-subject", ": used-twice", ": missing");
    }

    /// What the command says about an export.
    private String offline() throws Exception {
        var export = office.machine().folder().resolve("evidence.jsonl");
        try (var administrator = office.machine().superuser()) {
            AuditExport.write(administrator, export);
        }
        var out = new StringWriter();
        var command = new CommandLine(Bansho.class);
        command.setOut(new PrintWriter(out, true));
        assertThat(command.execute(
                        "audit",
                        "evidence",
                        export.toString(),
                        "--origin",
                        office.machine().origin()))
                .isEqualTo(4);
        return out.toString();
    }

    @Test
    void everyEventAndEveryDetailHasWordsInBothLanguages() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(AuditEvent.class));
        var wanted = new TreeSet<String>();
        for (var found : scanner.findCandidateComponents("jp.bansho")) {
            var type = Class.forName(found.getBeanClassName()).asSubclass(AuditEvent.class);
            wanted.add("event."
                    + type.getSimpleName()
                            .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                            .toLowerCase(Locale.ROOT));
            EventShape.of(type).fields().forEach(field -> wanted.add("detail." + field.split(":", 2)[0]));
        }
        for (var file : List.of("/messages/inspection.properties", "/messages/inspection_en.properties")) {
            var words = new Properties();
            try (var in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            assertThat(words.stringPropertyNames()).as(file).containsAll(wanted);
        }
    }

    private void reveal(int association, int person, String caseReference) throws SQLException {
        var clerk = office.machine().clerk(association);
        var number = InventedFiles.userNumber(association, person);
        office.machine()
                .part(Directory.class)
                .find(clerk, Purpose.PENSION_PAYMENT, association, Identifier.USER_NUMBER, number);
        office.machine()
                .part(Vault.class)
                .reveal(clerk, Purpose.PENSION_PAYMENT, association, subject(association, person), caseReference);
        assertThat(clerk.role()).isEqualTo(Role.ASSOCIATION);
    }

    private long subject(int association) throws SQLException {
        return subject(association, 0);
    }

    private long subject(int association, int person) throws SQLException {
        return office.machine().subject(InventedFiles.userNumber(association, person));
    }

    private long record(int association) throws SQLException {
        return number(
                "select min(seq) from audit.record where event = 'number-revealed' and association = " + association);
    }

    private long newest(String event) throws SQLException {
        return number("select max(seq) from audit.record where event = '" + event + "'");
    }

    private long number(String sql) throws SQLException {
        try (var administrator = office.machine().superuser()) {
            return Sql.number(administrator, sql);
        }
    }

    private String last(String event) throws SQLException {
        try (var administrator = office.machine().superuser()) {
            return String.join(
                    "",
                    Sql.rows(
                            administrator,
                            "select details from audit.record where event = '" + event
                                    + "' order by seq desc limit 1"));
        }
    }
}
