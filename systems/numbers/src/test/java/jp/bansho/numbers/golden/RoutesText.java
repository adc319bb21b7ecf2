package jp.bansho.numbers.golden;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.bansho.numbers.command.Bansho;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Every way into the machine: the commands with their options, and who may run them; then the
/// screens. `RolesTest` tries each right of the commands against the desks, `RightsTableTest` those
/// of the screens against the server.
final class RoutesText {

    /// Who may run a command. A command that is not here fails the build.
    static final Map<String, String> WHO = Map.ofEntries(
            Map.entry("bansho audit verify", "whoever may read the home folder"),
            Map.entry("bansho audit export", "whoever may read the home folder"),
            Map.entry("bansho audit evidence", "whoever has an export"),
            Map.entry("bansho audit certificate", "whoever has a certificate and the public key"),
            Map.entry("bansho numbers init", "whoever may write the home folder and administers the database"),
            Map.entry("bansho numbers intake results", "the association, the federation"),
            Map.entry("bansho numbers media keys", "whoever may write the home folder"),
            Map.entry("bansho numbers media believe", "whoever may write the home folder"),
            Map.entry("bansho numbers media seal-for", "whoever may write the home folder"),
            Map.entry("bansho numbers media register", "the federation, with a second person"),
            Map.entry("bansho numbers media take-in", "the federation"),
            Map.entry("bansho numbers media confirm", "the federation, with a second person"),
            Map.entry(
                    "bansho numbers media vault in",
                    "the federation or an association, in its own ledger, with a second person"),
            Map.entry(
                    "bansho numbers media vault out",
                    "the federation or an association, in its own ledger, with a second person"),
            Map.entry("bansho numbers media stock-taking begin", "the federation or an association, in its own ledger"),
            Map.entry("bansho numbers media stock-taking list", "the federation or an association, in its own ledger"),
            Map.entry("bansho numbers media stock-taking count", "the federation or an association, in its own ledger"),
            Map.entry(
                    "bansho numbers media stock-taking missing", "the federation or an association, in its own ledger"),
            Map.entry(
                    "bansho numbers media stock-taking close",
                    "the federation or an association, in its own ledger, with a second person"),
            Map.entry("bansho numbers media receipt write", "the federation or an association, in its own ledger"),
            Map.entry("bansho numbers media receipt note", "the federation or an association, in its own ledger"),
            Map.entry(
                    "bansho numbers media dispose",
                    "the federation or an association, in its own ledger, with a second person"),
            Map.entry("bansho numbers media certificate write", "the federation or an association, in its own ledger"),
            Map.entry("bansho numbers media certificate note", "the federation or an association, in its own ledger"),
            Map.entry(
                    "bansho numbers media hand-over",
                    "the federation or an association, in its own ledger, with a second person"),
            Map.entry(
                    "bansho numbers media take-back",
                    "the federation or an association, in its own ledger, with a second person"),
            Map.entry(
                    "bansho numbers media return",
                    "the federation or an association, in its own ledger, with a second person"),
            Map.entry("bansho numbers media abandon", "the federation or an association, in its own ledger"),
            Map.entry("bansho numbers media missing", "the federation or an association, in its own ledger"),
            Map.entry(
                    "bansho numbers media found",
                    "the federation or an association, in its own ledger, with a second person"),
            Map.entry("bansho numbers media overdue", "the federation or an association, in its own ledger"),
            Map.entry("bansho numbers media watch", "the operator"),
            Map.entry("bansho numbers media list", "the federation or an association, in its own ledger"),
            Map.entry("bansho numbers intake dependants", "the association, the federation"),
            Map.entry("bansho numbers intake identifiers", "the association, the federation"),
            Map.entry("bansho numbers taxfile rows", "the federation"),
            Map.entry("bansho numbers taxfile preview", "the federation"),
            Map.entry("bansho numbers taxfile confirm", "the federation"),
            Map.entry("bansho numbers taxfile write", "the federation"),
            Map.entry("bansho numbers taxfile resume", "the federation"),
            Map.entry("bansho numbers taxfile submit", "the federation"),
            Map.entry("bansho numbers taxfile receipt", "the federation"),
            Map.entry("bansho numbers taxfile returned", "the federation"),
            Map.entry("bansho numbers taxfile destroyed", "the federation"),
            Map.entry("bansho numbers taxfile custody", "the federation"),
            Map.entry("bansho numbers taxfile papers", "the federation"),
            Map.entry("bansho numbers index", "the association, the federation"),
            Map.entry("bansho numbers find", "the association, the federation"),
            Map.entry(
                    "bansho numbers jobs",
                    "with --association: the association, the federation; without: the federation (its own), the operator (all)"),
            Map.entry("bansho numbers jobs rows", "the association, the federation"),
            Map.entry("bansho numbers jobs resume", "as the job's first run"),
            Map.entry("bansho numbers work", "the association, the federation"),
            Map.entry("bansho numbers users add", "the operator"),
            Map.entry("bansho numbers users nightly", "the operator"),
            Map.entry("bansho numbers logcheck", "the operator"),
            Map.entry("bansho numbers keys rotate", "the operator"),
            Map.entry("bansho numbers keys rotations", "the operator"),
            Map.entry("bansho numbers keys list", "the operator"),
            Map.entry("bansho numbers keys back-up", "the operator"),
            Map.entry("bansho numbers keys backup-destroyed", "the operator"),
            Map.entry("bansho numbers keys move", "the operator"),
            Map.entry(
                    "bansho numbers keys restore",
                    "whoever may write the home folder and has the backup and enough shares"),
            Map.entry("bansho numbers backup", "the operator"),
            Map.entry("bansho numbers backup verify", "whoever may read the home folder"),
            Map.entry("bansho numbers backup wal", "whoever may read the home folder"),
            Map.entry("bansho numbers restore", "whoever may read the home folder and administers the database"),
            Map.entry("bansho numbers restore finish", "the operator"),
            Map.entry("bansho numbers restore drill", "the operator"),
            Map.entry("bansho numbers erasure list", "the operator"),
            Map.entry("bansho numbers erasure resume", "the operator"),
            Map.entry("bansho numbers erasure certificate", "the operator"),
            Map.entry("bansho numbers emergency", "the operator"),
            Map.entry("bansho numbers report", "the operator"),
            Map.entry("bansho numbers purges", "the operator"),
            Map.entry("bansho numbers cycles", "the operator"),
            Map.entry("bansho numbers declarations compare", "the association, the federation"),
            Map.entry("bansho numbers declarations register", "the association, the federation"),
            Map.entry("bansho numbers incident draft", "the association, the federation"),
            Map.entry("bansho numbers serve", "whoever may read the home folder"));

    private RoutesText() {}

    static List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "# Commands, their options, and who may run them. No command takes or shows an Individual Number as an argument.");
        add(lines, new CommandLine(Bansho.class).getCommandSpec());
        lines.addAll(ScreenRoutes.lines());
        return lines;
    }

    private static void add(List<String> lines, CommandSpec command) {
        var name = command.qualifiedName();
        if (command.userObject() instanceof Runnable
                || command.userObject() instanceof Callable
                || command.userObject() instanceof Method) {
            var who = WHO.get(name);
            if (who == null) {
                throw new AssertionError("nobody said who may run: " + name);
            }
            lines.add("");
            lines.add(name);
            lines.add("  who: " + who);
            command.positionalParameters()
                    .forEach(parameter -> lines.add("  " + parameter.paramLabel() + " "
                            + parameter.type().getSimpleName()));
            command.options().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .sorted(Comparator.comparing(option -> option.longestName()))
                    .forEach(option -> lines.add("  " + option.longestName()
                            + (option.arity().max() == 0
                                    ? ""
                                    : " " + option.paramLabel() + " "
                                            + option.type().getSimpleName())
                            + (option.required() ? " required" : "")));
        }
        command.subcommands().values().stream()
                .sorted(Comparator.comparing(CommandLine::getCommandName))
                .forEach(sub -> add(lines, sub.getCommandSpec()));
    }
}
