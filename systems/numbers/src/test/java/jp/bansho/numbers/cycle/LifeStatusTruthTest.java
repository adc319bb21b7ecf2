package jp.bansho.numbers.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.bansho.numbers.intake.Decided;
import jp.bansho.numbers.intake.Duty;
import jp.bansho.numbers.intake.Town;
import jp.bansho.numbers.intake.WorkDecision;
import jp.bansho.numbers.intake.WorkDecisions;
import jp.bansho.numbers.intake.WorkItem.Reason;
import jp.bansho.numbers.intake.WorkSheet;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.store.Sql;
import jp.bansho.population.Truth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The odd-month inquiry about some thousand people (N8, J6): what comes of each is compared with
/// the truth. Three people are left out of the file.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeStatusTruthTest {

    private static final int HERE = Village.HERE;
    private static final Duty JANUARY = new Duty(Duty.Sort.LIFE_STATUS, YearMonth.of(2026, 1));
    private static final Ground PENSION = new Ground("pension", "P-06");
    private static final Set<Reason> PROPOSED = Set.of(Reason.NUMBER_CHANGED, Reason.DIED, Reason.OUT_OF_SCOPE);
    private static final String FILE = "identity-results-28-2.csv";

    @SuppressWarnings("NullAway.Init")
    private static Village village;

    @SuppressWarnings("NullAway.Init")
    private static Connection administrator;

    private static final Set<String> LEFT_OUT = new TreeSet<>();
    private static final Map<String, String> BEFORE = new TreeMap<>();
    private static final Map<String, Truth.NextMonth> EVENTS = new TreeMap<>();
    private static Map<String, List<String>> rows = Map.of();

    @BeforeAll
    static void takeTheNextMonthIn() throws SQLException {
        village = new Village(6_000, 2026);
        administrator = village.machine().superuser();
        village.nextMonth().forEach(event -> EVENTS.put(event.userNumber(), event));
        rows = village.rows(village.file(FILE));
        rows.forEach((user, cells) -> {
            if (LEFT_OUT.size() < 3 && is(cells, "00") && cells.get(22).equals("1") && !EVENTS.containsKey(user)) {
                LEFT_OUT.add(user);
            }
        });
        BEFORE.putAll(Town.numbers(village.machine()));
        village.takeLifeStatus(village.without(FILE, LEFT_OUT));
    }

    @AfterAll
    static void close() throws SQLException {
        administrator.close();
        village.close();
    }

    private static boolean is(List<String> cells, String result) {
        return cells.get(17).equals(result);
    }

    /// The dead of the first month are dead in this one, too, and nobody confirmed it.
    private static Set<String> dead() {
        return rows.entrySet().stream()
                .filter(row ->
                        is(row.getValue(), "00") && row.getValue().get(22).equals("2"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> happened(String event) {
        return EVENTS.values().stream()
                .filter(one -> one.event().equals(event))
                .map(Truth.NextMonth::userNumber)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> outOfScope() {
        var gone = happened("left");
        rows.forEach((user, cells) -> {
            if (is(cells, "10")) {
                gone.add(user);
            }
        });
        return gone;
    }

    private static String number(String user) {
        return Objects.requireNonNull(EVENTS.get(user)).number();
    }

    private static boolean byCode(String user) {
        return !rows.getOrDefault(user, List.of()).get(8).isEmpty();
    }

    private static Set<String> waiting(Reason reason) {
        return village
                .machine()
                .part(WorkDecisions.class)
                .list(village.machine().clerk(HERE), HERE, 10_000)
                .stream()
                .filter(sheet -> sheet.reason() == reason)
                .map(WorkSheet::echoKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void decideAll(Reason reason, WorkDecision decision, String note) {
        var work = village.machine().part(WorkDecisions.class);
        var clerk = village.machine().clerk(HERE);
        work.list(clerk, HERE, 10_000).stream()
                .filter(sheet -> sheet.reason() == reason)
                .forEach(sheet -> assertThat(work.decide(clerk, PENSION, HERE, sheet.id(), decision, note))
                        .isInstanceOf(Decided.Done.class));
    }

    private static Sheet sheet() {
        return village.machine()
                .part(Cycles.class)
                .sheet(village.machine().clerk(HERE), HERE, JANUARY, true)
                .orElseThrow();
    }

    @Test
    @Order(1)
    void theSheetCountsWhatTheTruthSays() {
        var several = rows.values().stream().filter(cells -> is(cells, "20")).count();
        assertThat(dead())
                .containsAll(happened("died"))
                .hasSizeGreaterThan(happened("died").size());
        var counts = sheet().cycle().counts();
        assertThat(counts.asked()).isEqualTo(rows.size() - 3L);
        assertThat(counts.died()).isEqualTo(dead().size());
        assertThat(counts.changed())
                .isEqualTo(happened("number-changed").size())
                .isGreaterThan(5);
        assertThat(counts.outOfScope()).isEqualTo(outOfScope().size()).isGreaterThan(5);
        assertThat(counts.unclear()).isEqualTo(several).isPositive();
        assertThat(counts.registered()).isZero();
        assertThat(counts.unchanged())
                .isEqualTo(counts.asked() - counts.died() - counts.changed() - counts.outOfScope() - counts.unclear());
        assertThat(counts.unanswered()).isEqualTo(3);
        assertThat(sheet().absent()).extracting(Sheet.Absent::userNumber).containsExactlyElementsOf(LEFT_OUT);
        assertThat(sheet().files()).hasSize(1);
    }

    @Test
    @Order(2)
    void aCertifiedNumberIsTakenOverByRuleAfterAMatchByCodeOnlyAndOnRecord() throws SQLException {
        var changed = happened("number-changed");
        var byRule = changed.stream().filter(LifeStatusTruthTest::byCode).count();
        assertThat(byRule).isPositive().isLessThan(changed.size());
        var expected = new TreeMap<>(BEFORE);
        changed.stream().filter(LifeStatusTruthTest::byCode).forEach(user -> expected.put(user, number(user)));
        assertThat(Town.numbers(village.machine())).isEqualTo(expected);
        assertThat(Sql.number(administrator, """
                        select count(*) from audit.record where event = 'accepted-by-rule' and subject is not null
                           and details::text like '%certified-number%' and purpose = 'life-status'
                        """)).isEqualTo(byRule);
        assertThat(waiting(Reason.NUMBER_CHANGED))
                .containsExactlyElementsOf(
                        changed.stream().filter(user -> !byCode(user)).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    @Order(3)
    void deathsAndDeparturesWaitWithTheirEvidence() throws SQLException {
        assertThat(waiting(Reason.DIED)).isEqualTo(dead());
        assertThat(waiting(Reason.OUT_OF_SCOPE)).isEqualTo(outOfScope());
        assertThat(Sql.number(administrator, "select count(*) from retention.death"))
                .isZero();
        var work = village.machine().part(WorkDecisions.class);
        var checked = 0;
        for (var item : work.list(village.machine().clerk(HERE), HERE, 10_000)) {
            if (!PROPOSED.contains(item.reason())) {
                continue;
            }
            var evidence = Objects.requireNonNull(item.evidence(), item.reason().word());
            var row = Objects.requireNonNull(rows.get(item.echoKey()));
            assertThat(evidence.job()).isEqualTo(item.job());
            assertThat(evidence.line()).isEqualTo(item.line());
            assertThat(evidence.request()).isEqualTo(row.getFirst());
            assertThat(evidence.matched()).isEqualTo(is(row, "10") ? "" : byCode(item.echoKey()) ? "code" : "items");
            assertThat(evidence.reason()).isEqualTo(row.get(31));
            assertThat(evidence.day() == null ? "" : evidence.day().toString().replace("-", ""))
                    .isEqualTo(row.get(32));
            checked++;
        }
        assertThat(checked).isGreaterThan(30);
    }

    @Test
    @Order(4)
    void whatAClerkDecidesIsDoneAndCounted() throws SQLException {
        var first = waiting(Reason.NUMBER_CHANGED).iterator().next();
        decideAll(Reason.NUMBER_CHANGED, WorkDecision.ACCEPT, "");
        decideAll(Reason.DIED, WorkDecision.CONFIRM_DEATH, "");
        decideAll(Reason.OUT_OF_SCOPE, WorkDecision.NOTED, "");

        var expected = new TreeMap<>(BEFORE);
        happened("number-changed").forEach(user -> expected.put(user, number(user)));
        assertThat(expected.get(first)).isNotEqualTo(BEFORE.get(first));
        assertThat(Town.numbers(village.machine())).isEqualTo(expected);
        assertThat(Sql.rows(administrator, """
                        select s.user_number from retention.death d join linkage.subject s on s.id = d.subject
                         where d.confirmed_on = '2026-01-20' and d.erase_from > '2036-01-20' and d.source like '生存照会 ジョブ%'
                         order by 1
                        """)).containsExactlyElementsOf(dead());
        assertThat(Sql.number(administrator, "select count(*) from audit.record where event = 'death-recorded'"))
                .isEqualTo(dead().size());
        assertThat(sheet().cycle().counts().waiting())
                .isEqualTo(sheet().cycle().counts().unclear());
        assertThat(sheet().cycle().counts().unanswered())
                .as("the dead are not asked about")
                .isEqualTo(3);
    }

    @Test
    @Order(5)
    void theRoundIsClosedWithWhatIsLeftOpenAndTakesNoMoreFiles() throws SQLException {
        var cycles = village.machine().part(Cycles.class);
        var clerk = village.machine().clerk(HERE);
        var before = sheet().cycle().counts();
        assertThatThrownBy(() -> cycles.close(clerk, HERE, JANUARY, " ")).isInstanceOf(CycleRefused.class);

        cycles.close(clerk, HERE, JANUARY, "3名は現況届で確認する");

        assertThat(sheet().cycle().open()).isFalse();
        assertThat(sheet().cycle().counts()).isEqualTo(before);
        assertThat(sheet().absent()).extracting(Sheet.Absent::userNumber).containsExactlyElementsOf(LEFT_OUT);
        assertThat(Sql.number(administrator, "select count(*) from cycle.answered"))
                .isZero();
        assertThat(Sql.rows(administrator, """
                        select event from audit.record where event like 'cycle-%' and event <> 'cycle-shown' order by seq
                        """))
                .containsExactly("cycle-opened", "cycle-file-taken", "cycle-act-refused", "cycle-closed");
        assertThatThrownBy(() -> village.takeLifeStatus(village.file(FILE)))
                .isInstanceOfSatisfying(
                        CycleRefused.class, why -> assertThat(why.why()).isEqualTo(CycleRefused.Reason.CLOSED));
        assertThatThrownBy(() -> cycles.close(clerk, HERE, JANUARY, "もう一度"))
                .isInstanceOfSatisfying(
                        CycleRefused.class, why -> assertThat(why.why()).isEqualTo(CycleRefused.Reason.CLOSED));
    }
}
