package jp.bansho.machine.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// The ways of media between machines and owners: `… media hand-over|take-back|return|abandon|missing|found` (M3, M4).
final class MovesCommand {

    private MovesCommand() {}

    /// A command about one medium or parcel.
    abstract static class One implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        MediaCommand media;

        @Mixin
        LedgerPeople people = new LedgerPeople();

        @Override
        public Integer call() throws IOException {
            try (var session = media.session(people)) {
                return on(session);
            }
        }

        abstract int on(LedgerSession session) throws IOException;
    }

    /// Hands a written parcel's medium over.
    @Command(
            name = "hand-over",
            mixinStandardHelpOptions = true,
            description = {"Hand a parcel's medium over to its carrier; two people.", "媒体を運搬者に引き渡します（2人）。"})
    static final class HandOver extends One {

        @Mixin
        private ParcelArgument parcel = new ParcelArgument();

        @Option(
                names = "--taken-by",
                required = true,
                paramLabel = "HANDLE",
                description = {"Who takes it.", "受け取る人の利用者ID。"})
        private String takenBy = "";

        @Override
        int on(LedgerSession session) {
            var number = parcel.number();
            var doer = session.doer();
            var noted = session.desk()
                    .done(
                            doer,
                            session.witness(doer, "hand-over"),
                            "hand-over",
                            (c, two) -> session.ledger().outgoing().handOver(c, two, number, takenBy));
            return session.say(
                    new JsonLine()
                            .put("parcel", noted.number().text())
                            .put("state", noted.state().word()),
                    "handed over / 引渡し: " + noted.number().text());
        }
    }

    /// Takes an own medium back.
    @Command(
            name = "take-back",
            mixinStandardHelpOptions = true,
            description = {"Take an own medium back from the recipient; two people.", "自機関の媒体の返却を受けます（2人）。"})
    static final class TakeBack extends One {

        @Mixin
        private MediumArgument medium = new MediumArgument();

        @Option(
                names = "--brought-by",
                required = true,
                paramLabel = "HANDLE",
                description = {"Who brought it.", "持参した人の利用者ID。"})
        private String broughtBy = "";

        @Override
        int on(LedgerSession session) {
            return session.moves(
                    medium.called(),
                    "take-back",
                    (c, two, it) -> session.ledger().takeBack(c, two, it.id(), broughtBy));
        }
    }

    /// Gives a medium back to its owner.
    @Command(
            name = "return",
            mixinStandardHelpOptions = true,
            description = {
                "Give a medium back to its owner, after its contents are wiped; two people.",
                "内容を消去した媒体を所有者に返却します（2人）。"
            })
    static final class GiveBack extends One {

        @Mixin
        private MediumArgument medium = new MediumArgument();

        @Option(
                names = "--taken-by",
                required = true,
                paramLabel = "HANDLE",
                description = {"Who takes it.", "受け取る人の利用者ID。"})
        private String takenBy = "";

        @Override
        int on(LedgerSession session) {
            return session.moves(
                    medium.called(), "return", (c, two, it) -> session.ledger().giveBack(c, two, it.id(), takenBy));
        }
    }

    /// Gives up a parcel that was begun.
    @Command(
            name = "abandon",
            mixinStandardHelpOptions = true,
            description = {"Give up a parcel that was begun and never written.", "作成を始めて完了していない媒体を取りやめます。"})
    static final class Abandon extends One {

        @Mixin
        private ParcelArgument parcel = new ParcelArgument();

        @Option(
                names = "--why",
                required = true,
                paramLabel = "TEXT",
                description = {"The reason.", "理由。"})
        private String why = "";

        @Override
        int on(LedgerSession session) {
            var doer = session.doer();
            var number = parcel.number();
            var noted =
                    session.desk().done(doer, c -> session.ledger().outgoing().abandon(c, doer, number, why));
            return session.say(
                    new JsonLine()
                            .put("parcel", noted.number().text())
                            .put("state", noted.state().word()),
                    "abandoned / 作成取りやめ: " + noted.number().text());
        }
    }

    /// Reports a medium missing.
    @Command(
            name = "missing",
            mixinStandardHelpOptions = true,
            description = {"Report a medium missing; one person is enough.", "媒体の所在不明を報告します（1人で可）。"})
    static final class Missing extends One {

        @Mixin
        private MediumArgument medium = new MediumArgument();

        @Override
        int on(LedgerSession session) {
            var missing = session.desk().missing(session.doer(), medium.called(), false);
            session.say(
                    new JsonLine().put("medium", missing.value()).put("found", false),
                    "missing / 所在不明: " + missing.value());
            session.say(missing.raised());
            return ExitCode.DONE_WITH_FINDINGS;
        }
    }

    /// A missing medium is here again.
    @Command(
            name = "found",
            mixinStandardHelpOptions = true,
            description = {"A missing medium is here again; two people.", "所在不明だった媒体の発見を記録します（2人）。"})
    static final class Found extends One {

        @Mixin
        private MediumArgument medium = new MediumArgument();

        @Option(
                names = "--where",
                required = true,
                paramLabel = "PLACE",
                description = {"Where it was found.", "発見場所。"})
        private String where = "";

        @Override
        int on(LedgerSession session) {
            return session.moves(
                    medium.called(), "find", (c, two, it) -> session.ledger().found(c, two, it.id(), where));
        }
    }
}
