package jp.bansho.machine.command;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.bansho.media.ledger.Stock;
import jp.bansho.media.ledger.StockLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `… media stock-taking`: every medium that should be here is counted or reported missing until a deadline; two people
/// close the list, and a missing medium raises the machine's alarm (M4).
@Command(
        name = "stock-taking",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Stock-taking with a deadline.", "期限を定めた棚卸。"})
final class StockTakingCommand {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private MediaCommand media;

    @Command(
            name = "begin",
            mixinStandardHelpOptions = true,
            description = {"List every medium that should be here.", "あるべき媒体をすべて列挙して棚卸を始めます。"})
    int begin(
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "YYYY-MM-DD",
                            description = {"Last day on which it may be closed in time.", "完了の期限。"})
                    LocalDate deadline,
            @Mixin LedgerPeople people) {
        try (var session = media.session(people)) {
            var doer = session.doer();
            var stock = session.desk()
                    .done(doer, c -> session.ledger().stockTaking().open(c, doer, deadline));
            return list(session, stock);
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"The list of the stock-taking under way.", "実施中の棚卸の一覧。"})
    int list(@Mixin LedgerPeople people) {
        try (var session = media.session(people)) {
            var stock = session.desk()
                    .read(session.doer(), c -> session.ledger().stockTaking().current(c));
            return stock.map(found -> list(session, found))
                    .orElseGet(() -> session.say(new JsonLine().put("underWay", false), "none / 実施中の棚卸はありません"));
        }
    }

    @Command(
            name = "count",
            mixinStandardHelpOptions = true,
            description = {"Media that are where they should be.", "所在を確認した媒体を記録します。"})
    int count(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "MEDIUM",
                            description = {"Numbers, or owner/number.", "番号または 所有者/番号。"})
                    List<String> called,
            @Mixin LedgerPeople people) {
        try (var session = media.session(people)) {
            var doer = session.doer();
            for (var one : called) {
                var line = session.desk()
                        .with(
                                doer,
                                one,
                                "count",
                                (c, it) -> session.ledger().stockTaking().count(c, doer, it.id()));
                session.say(
                        new JsonLine().put("medium", line.called()).put("found", true),
                        "counted / 確認: " + line.called());
            }
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "missing",
            mixinStandardHelpOptions = true,
            description = {"A medium of the list that is not where it should be.", "所在を確認できない媒体を報告します。"})
    int missing(@Mixin MediumArgument medium, @Mixin LedgerPeople people) {
        try (var session = media.session(people)) {
            var missing = session.desk().missing(session.doer(), medium.called(), true);
            session.say(
                    new JsonLine().put("medium", missing.value()).put("found", false),
                    "missing / 所在不明: " + missing.value());
            session.say(missing.raised());
            return ExitCode.DONE_WITH_FINDINGS;
        }
    }

    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = {"Close it, when every medium is counted or missing; two people.", "全媒体の確認後に棚卸を完了します（2人）。"})
    int close(@Mixin LedgerPeople people) {
        try (var session = media.session(people)) {
            var doer = session.doer();
            var closed = session.desk().close(doer, session.witness(doer, "close-stock-taking"));
            var result = closed.value();
            session.say(
                    new JsonLine()
                            .put("stockTaking", result.id())
                            .put("counted", result.counted())
                            .put("missing", result.missing().size())
                            .put("media", String.join(" ", result.missing()))
                            .put("late", result.late()),
                    "closed / 棚卸完了: counted 確認 %d, missing 所在不明 %d%s%s"
                            .formatted(
                                    result.counted(),
                                    result.missing().size(),
                                    result.missing().isEmpty() ? "" : " " + String.join(" ", result.missing()),
                                    result.late() ? ", after its deadline 期限後" : ""));
            session.say(closed.raised());
            return result.missing().isEmpty() && !result.late() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
        }
    }

    private static int list(LedgerSession session, Stock stock) {
        var open = stock.lines().stream().filter(line -> line.found() == null).toList();
        return session.say(
                new JsonLine()
                        .put("underWay", true)
                        .put("stockTaking", stock.id())
                        .put("deadline", stock.deadline().toString())
                        .put("media", stock.lines().size())
                        .put("uncounted", open.stream().map(StockLine::called).collect(Collectors.joining(" "))),
                stock.lines().stream()
                        .map(line -> "%s  %s  %s"
                                .formatted(
                                        word(line),
                                        line.called(),
                                        line.expected().japanese()))
                        .collect(Collectors.joining(
                                "\n",
                                "stock-taking 棚卸 %d, until 期限 %s: %d media, %d to count 未確認%n"
                                        .formatted(
                                                stock.id(),
                                                stock.deadline(),
                                                stock.lines().size(),
                                                open.size()),
                                "")));
    }

    private static String word(StockLine line) {
        if (line.found() == null) {
            return "…       ";
        }
        return line.found() ? "counted " : "missing ";
    }
}
