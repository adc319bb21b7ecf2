package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.taxfile.FinishedSlips;
import jp.bansho.numbers.taxfile.TaxfileRefused;
import jp.bansho.numbers.vault.KeptNumber;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.population.Truth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A population with planted faults: each is found and named, and nothing else is touched.
class PlantedFaultsTest {

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    private static Town town;

    @SuppressWarnings("NullAway.Init")
    private static FinishedSlips season;

    private static final Map<String, JobSheet> SHEETS = new TreeMap<>();

    @BeforeAll
    static void takeEverything() throws IOException {
        machine = TestMachine.start();
        season = FinishedSlips.of(machine, machine.folder().resolve("post"));
        town = Town.make(machine.folder().resolve("town"), 5_000, 41, true);
        for (var name : town.intakeFiles()) {
            SHEETS.put(name, town.take(machine, name));
        }
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    private static String written(Finding finding) {
        return finding.outcome() == RowOutcome.INVALID
                ? "invalid:" + word(finding.rule())
                : finding.outcome().word();
    }

    private static String word(String rule) {
        return rule.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JobSheet sheet(String name) {
        return Objects.requireNonNull(SHEETS.get(name));
    }

    private static List<String> intakeFiles() {
        return SHEETS.keySet().stream()
                .filter(name -> !name.startsWith("identifiers"))
                .toList();
    }

    @Test
    void everyPlantedFaultIsFoundAndNamedAndNothingElseIs() throws Exception {
        for (var name : intakeFiles()) {
            var job = sheet(name).job();
            var faults = town.faults(name);
            var findings = Town.findings(machine, associationOf(name), job.id());
            var outcomes = Town.outcomes(machine, job.id());
            var plain = name.endsWith("-2.csv") ? "unchanged" : "registered";
            assertThat(outcomes.size())
                    .as(name)
                    .isEqualTo(records(town.file(name)).size());
            for (var line = 1L; line <= outcomes.size(); line++) {
                var fault = faults.get(line);
                var finding = findings.get(line);
                var expected = fault == null ? plain : fault.expectedOutcome();
                var found = finding == null ? outcomes.get((int) line - 1) : written(finding);
                assertThat(found).as("%s:%d %s", name, line, fault).isEqualTo(expected);
                if (finding != null && fault != null) {
                    assertThat(finding.echoKey())
                            .as("%s:%d %s", name, line, fault)
                            .isIn(fault.userNumber(), null);
                }
            }
            assertThat(faults.keySet()).as(name).allMatch(line -> line <= outcomes.size());
        }
    }

    @Test
    void anInvalidRowNamesTheColumnOfTheFault() throws Exception {
        for (var name : intakeFiles()) {
            var findings = Town.findings(
                    machine, associationOf(name), sheet(name).job().id());
            for (var fault : town.faults(name).values()) {
                if (fault.expectedOutcome().startsWith("invalid") && inAColumn(fault)) {
                    assertThat(findings)
                            .as(fault.toString())
                            .extractingByKey(fault.line())
                            .extracting(Finding::column)
                            .isEqualTo(fault.column());
                }
            }
        }
    }

    /// A byte order mark and what is planted in column 0 spoil the record as a whole.
    private static boolean inAColumn(Truth.Fault fault) {
        return fault.column() > 0 && !fault.fault().equals("byte-order-mark");
    }

    @Test
    void exactlyTheNumbersOfTheTruthAreInForceAfterAllFiles() throws Exception {
        var expected = new TreeMap<String, String>();
        for (var person : town.truthPeople()) {
            if (!person.number().isEmpty()) {
                expected.put(person.userNumber(), person.number());
            }
        }
        assertThat(Town.numbers(machine)).isEqualTo(expected);
    }

    @Test
    void aChangedNumberIsTheSecondGenerationAndTheOldOneIsKept() throws Exception {
        for (var fault : ofKind("number-changed")) {
            assertThat(history(fault))
                    .as(fault.toString())
                    .extracting(KeptNumber::generation, KeptNumber::state)
                    .containsExactlyInAnyOrder(tuple(1, NumberState.FORMER), tuple(2, NumberState.CURRENT));
        }
    }

    @Test
    void aNumberNobodyCertifiedIsProposedBesideTheOneInForce() throws Exception {
        for (var fault : ofKind("number-changed-without-code")) {
            assertThat(history(fault))
                    .as(fault.toString())
                    .extracting(KeptNumber::generation, KeptNumber::state)
                    .containsExactlyInAnyOrder(tuple(1, NumberState.CURRENT), tuple(2, NumberState.PROPOSED));
        }
    }

    private static List<Truth.Fault> ofKind(String kind) throws IOException {
        var found = new ArrayList<Truth.Fault>();
        for (var name : intakeFiles()) {
            town.faults(name).values().stream()
                    .filter(fault -> fault.fault().equals(kind))
                    .forEach(found::add);
        }
        assertThat(found).as(kind).hasSizeGreaterThanOrEqualTo(2);
        return found;
    }

    private static List<KeptNumber> history(Truth.Fault fault) throws Exception {
        var subject = machine.subject(fault.userNumber());
        return machine.part(Transactions.class)
                .read(
                        new Scope.Association(associationOf(fault.file())),
                        connection -> machine.part(Vault.class).history(connection, subject));
    }

    @Test
    void aTaxFileWithFaultsIsNotAppliedForAndEachRuleIsNamedWithItsFirstLine() throws Exception {
        var faults = town.faults("withholding-source.csv");
        var preview = season.preview(
                season.parcel(FinishedSlips.faulty(town), town.truthSlips().size()));
        assertThat(preview.violations()).isPositive();
        var counted = new TreeMap<String, Long>();
        var first = new TreeMap<String, Long>();
        for (var broken : season.broken(preview)) {
            counted.merge(word(broken.rule()), broken.tally().count(), Long::sum);
            first.merge(word(broken.rule()), broken.tally().firstLine(), Math::min);
        }
        for (var rule : List.of("column-count", "line-end", "width", "quote", "combination")) {
            var lines = faults.values().stream()
                    .filter(fault -> fault.expectedOutcome().equals("violation:" + rule))
                    .map(Truth.Fault::line)
                    .sorted()
                    .toList();
            assertThat(lines).as(rule).isNotEmpty();
            assertThat(first).as(rule).containsEntry(rule, lines.getFirst());
            assertThat(counted.get(rule)).as(rule).isGreaterThanOrEqualTo(lines.size());
        }
        assertThatThrownBy(() -> season.approve(preview)).isInstanceOf(TaxfileRefused.class);
    }

    @Test
    void withoutItsFaultyLinesTheSameTaxFileIsDelivered() throws Exception {
        var faults = town.faults("withholding-source.csv").keySet();
        var expected = town.truthSlips().stream()
                .filter(slip -> !faults.contains(slip.line()))
                .map(Truth.Slip::numbers)
                .toList();
        var output = season.finished(season.parcel(FinishedSlips.source(town, faults)));
        var lines = season.opened(output.folder()).split("\r\n", 0);
        assertThat(lines).hasSameSizeAs(expected);
        for (var i = 0; i < lines.length; i++) {
            var fields = lines[i].split(",", -1);
            assertThat(List.of(fields[52], fields[56], fields[60], fields[64]))
                    .as("line " + (i + 1))
                    .isEqualTo(expected.get(i));
        }
    }

    private static int associationOf(String name) {
        return name.contains("-11") ? 11 : 28;
    }

    /// The records of a file, cut after each LF.
    private static List<byte[]> records(Path file) throws IOException {
        var all = Files.readAllBytes(file);
        var records = new ArrayList<byte[]>();
        var from = 0;
        for (var i = 0; i < all.length; i++) {
            if (all[i] == '\n' || i == all.length - 1) {
                records.add(java.util.Arrays.copyOfRange(all, from, i + 1));
                from = i + 1;
            }
        }
        return records;
    }
}
