package jp.bansho.numbers.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import jp.bansho.identifiers.Parsed;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.linkage.Directory;
import jp.bansho.numbers.linkage.Identifier;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.vault.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho numbers find`: who a person is by an identifier. Shows no number; a number to search by
/// is read from standard input, because a command line is seen by every process and kept by the
/// shell.
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = {"Find a person; numbers stay masked.", "人を検索します（個人番号は表示しません）。"})
final class FindCommand implements Callable<Integer> {

    @Option(
            names = "--association",
            required = true,
            paramLabel = "CODE",
            description = {"Association, 1 to 99.", "構成組合コード。"})
    private int association;

    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "PURPOSE",
            description = {"Purpose of use.", "利用目的。"})
    private String purpose = "";

    @ArgGroup(multiplicity = "1")
    private By by = new By();

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// What to search by.
    static final class By {
        @Option(
                names = "--by",
                paramLabel = "IDENTIFIER=VALUE",
                description = {
                    "user_number, own_number, certificate_number, basic_pension_number or payroll_number.",
                    "利用番号・独自番号・年金証書記号番号・基礎年金番号・給料記録番号。"
                })
        private @Nullable String identifier;

        @Option(
                names = "--number-from-stdin",
                description = {"Read the number from standard input.", "個人番号を標準入力から読みます。"})
        private boolean number;
    }

    @Override
    public Integer call() {
        try (var machine = Machine.start()) {
            var actor = machine.actor(options);
            var found = by.number ? byNumber(machine, actor) : byIdentifier(machine, actor, by.identifier);
            var out = spec.commandLine().getOut();
            found.forEach(person -> print(out, machine, actor, person));
            if (found.isEmpty() && !options.json()) {
                out.println("該当者なし / nobody found");
            }
            return found.isEmpty() ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE;
        }
    }

    private List<Person> byIdentifier(Machine machine, Actor actor, @Nullable String given) {
        var parts = given == null ? new String[0] : given.split("=", 2);
        for (var identifier : Identifier.values()) {
            if (parts.length == 2 && identifier.name().equalsIgnoreCase(parts[0])) {
                return machine.part(Directory.class)
                        .find(actor, Purpose.of(purpose), association, identifier, parts[1]);
            }
        }
        throw new StaffRefused("--by wants identifier=value", "--by は 識別番号=値 の形です");
    }

    private List<Person> byNumber(Machine machine, Actor actor) {
        return switch (IndividualNumber.parse(line())) {
            case Parsed.Invalid<IndividualNumber>(var fault) ->
                throw new StaffRefused(fault.english(), fault.japanese());
            case Parsed.Valid<IndividualNumber>(var number) ->
                machine.part(Vault.class)
                        .seek(actor, Purpose.of(purpose), association, number)
                        .flatMap(holder -> machine.part(Transactions.class)
                                .read(
                                        actor.scopeOf(association),
                                        connection ->
                                                machine.part(Linkage.class).byId(connection, holder.subject())))
                        .map(List::of)
                        .orElse(List.of());
        };
    }

    private static String line() {
        try {
            var reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            var line = reader.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input could not be read", e);
        }
    }

    private void print(PrintWriter out, Machine machine, Actor actor, Person person) {
        var history = machine.part(Transactions.class)
                .read(
                        actor.scopeOf(association),
                        connection -> machine.part(Vault.class).history(connection, person.id()));
        if (options.json()) {
            out.println(new JsonLine()
                    .put("subject", person.id())
                    .put("association", person.association())
                    .put("kind", person.kind().word())
                    .put("userNumber", person.userNumber())
                    .put("ownNumber", text(person.ownNumber()))
                    .put("certificateNumber", text(person.certificateNumber()))
                    .put("basicPensionNumber", text(person.basicPensionNumber()))
                    .put("payrollNumber", text(person.payrollNumber()))
                    .put("pensionUse", person.pensionUse())
                    .put("taxUse", person.taxUse())
                    .put("numbers", history.size())
                    .end());
            return;
        }
        out.println("利用番号 " + person.userNumber() + "  " + person.kind().japanese()
                + (person.pensionUse() ? "  個人番号利用事務" : "") + (person.taxUse() ? "  個人番号関係事務" : ""));
        out.println("  独自番号 " + text(person.ownNumber()) + "  年金証書記号番号 " + text(person.certificateNumber())
                + "  基礎年金番号 " + text(person.basicPensionNumber()) + "  給料記録番号 " + text(person.payrollNumber()));
        for (var kept : history) {
            out.println("  個人番号 ************  " + kept.state() + "  第" + kept.generation() + "世代  "
                    + kept.provenance().at() + "  " + kept.provenance().actor() + "  job "
                    + kept.provenance().job());
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
