package jp.bansho.numbers.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.population.Options;
import jp.bansho.population.Population;
import jp.bansho.population.Truth;

/// An invented population of associations 11 and 28, and what a machine made of its files.
public final class Town {

    public static final int TAX_YEAR = 2025;

    private final Path folder;

    private Town(Path folder) {
        this.folder = folder;
    }

    public static Town make(Path folder, long people, long seed, boolean faults) {
        try {
            Population.make(new Options(people, seed, folder, 2, faults, TAX_YEAR), (done, total) -> {});
            return new Town(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /// The slips without numbers.
    public Path slips() {
        return file("withholding-source.csv");
    }

    /// The names of the files that are registered, in the order in which a clerk would take them.
    public List<String> intakeFiles() {
        return Stream.of(
                        "identity-results-%s.csv",
                        "dependants-%s.csv", "identifiers-%s.csv", "identity-results-%s-2.csv")
                .flatMap(name -> Stream.of(name.formatted("11"), name.formatted("28")))
                .filter(name -> Files.exists(file(name)))
                .toList();
    }

    /// Takes one of the files as somebody of its association.
    public JobSheet take(TestMachine machine, String name) {
        return machine.part(Intake.class).run(order(machine, name, false), Progress.SILENT);
    }

    /// The order to take one of the files.
    public IntakeOrder order(TestMachine machine, String name, boolean again) {
        var results = name.startsWith("identity-results");
        var kind = results ? JobKind.RESULTS : name.startsWith("dependants") ? JobKind.DEPENDANTS : JobKind.IDENTIFIERS;
        var purpose = kind == JobKind.DEPENDANTS ? Purpose.DEPENDANTS_DECLARATION : Purpose.NUMBER_REGISTRATION;
        var association = Integer.parseInt(name.replaceAll("^[a-z-]+-(\\d\\d).*", "$1"));
        return new IntakeOrder(kind, machine.clerk(association), purpose, association, file(name), again);
    }

    /// The word of each line's outcome, from line 1.
    public static List<String> outcomes(TestMachine machine, long job) throws SQLException {
        var sql = "select outcomes from job.batch where job = " + job + " order by number";
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var words = new ArrayList<String>();
            while (row.next()) {
                for (var code : row.getBytes(1)) {
                    words.add(RowOutcome.of(code).word());
                }
            }
            return words;
        }
    }

    /// The findings of a job by line.
    public static Map<Long, Finding> findings(TestMachine machine, int association, long job) {
        return machine
                .part(Intake.class)
                .findings(machine.actor(Role.FEDERATION), association, job, Integer.MAX_VALUE)
                .stream()
                .collect(Collectors.toMap(Finding::line, finding -> finding));
    }

    /// The numbers in force, twelve digits, by user number.
    public static Map<String, String> numbers(TestMachine machine) {
        return machine.part(Transactions.class).read(new Scope.Federation(), connection -> {
            var users = new HashMap<Long, String>();
            machine.part(Linkage.class).stream(
                    connection,
                    (id, user, length) ->
                            users.put(id, new String(user, 0, length, java.nio.charset.StandardCharsets.US_ASCII)));
            var numbers = new TreeMap<String, String>();
            machine.part(Vault.class).stream(
                    connection,
                    (subject, clear) ->
                            numbers.put(users.getOrDefault(subject, "nobody " + subject), "%012d".formatted(clear)));
            return numbers;
        });
    }

    /// Everybody of an association, by user number.
    public static Map<String, Person> people(TestMachine machine, int association) {
        var transactions = machine.part(Transactions.class);
        var userNumbers = transactions.read(new Scope.Association(association), connection -> {
            var all = new ArrayList<String>();
            machine.part(Linkage.class).stream(
                    connection,
                    (id, user, length) ->
                            all.add(new String(user, 0, length, java.nio.charset.StandardCharsets.US_ASCII)));
            return all;
        });
        return transactions.read(
                new Scope.Association(association),
                connection -> machine.part(Linkage.class).byUserNumber(connection, userNumbers));
    }

    public List<Truth.Person> truthPeople() throws IOException {
        try (var people = Truth.of(folder).people()) {
            return people.toList();
        }
    }

    public List<Truth.Slip> truthSlips() throws IOException {
        try (var slips = Truth.of(folder).slips()) {
            return slips.toList();
        }
    }

    /// The rows of a file that are not plainly good, by line.
    public Map<Long, Truth.Fault> faults(String file) throws IOException {
        try (var faults = Truth.of(folder).faults()) {
            return faults.filter(fault -> fault.file().equals(file))
                    .collect(Collectors.toMap(Truth.Fault::line, fault -> fault));
        }
    }
}
