package jp.bansho.machine.command;

import jp.bansho.media.ledger.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What stands in the ledger, and what is due: `… media list|overdue` (M4).
final class LedgerListCommand {

    private LedgerListCommand() {}

    /// Media and parcels.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Media and parcels in the ledger.", "媒体管理簿の一覧。"})
    static final class All extends MovesCommand.One {

        @Override
        int on(LedgerSession session) {
            var doer = session.doer();
            for (var medium : session.desk().read(doer, c -> session.ledger().media(c))) {
                session.say(
                        new JsonLine()
                                .put("medium", medium.owner() + "/" + medium.number())
                                .put("kind", medium.kind().word())
                                .put("state", medium.state().word()),
                        "%s/%s  %s  %s"
                                .formatted(
                                        medium.owner(),
                                        medium.number(),
                                        medium.state().word(),
                                        medium.kind().word()));
            }
            for (var parcel : session.desk().read(doer, c -> session.ledger().parcels(c))) {
                session.say(
                        new JsonLine()
                                .put("parcel", parcel.number().text())
                                .put("state", parcel.state().word())
                                .put("content", parcel.content())
                                .put("from", parcel.from())
                                .put("to", parcel.to())
                                .put("useBy", parcel.useBy().toString()),
                        "%s  %s  %s  %s -> %s  use by %s"
                                .formatted(
                                        parcel.number().text(),
                                        parcel.state().word(),
                                        parcel.content(),
                                        parcel.from(),
                                        parcel.to(),
                                        parcel.useBy()));
            }
            return ExitCode.DONE;
        }
    }

    /// What is overdue, and what is due soon.
    @Command(
            name = "overdue",
            mixinStandardHelpOptions = true,
            description = {
                "What is overdue and what is due soon; overdue and missing media raise the alarm.",
                "期限を過ぎたもの・近いもの。期限超過または所在不明の媒体は事故として扱います。"
            },
            exitCodeListHeading = "%nExit codes / 終了コード:%n",
            exitCodeList = {"0:nothing is overdue or missing / 該当なし", "3:something is / 該当あり"})
    static final class Overdue extends MovesCommand.One {

        @Option(
                names = "--within",
                defaultValue = "14",
                paramLabel = "DAYS",
                description = {"How far ahead to look (default 14).", "何日先まで見るか（既定 14）。"})
        private int days;

        @Override
        int on(LedgerSession session) {
            var duties = session.desk().duties(session.doer(), days);
            duties.value().overdue().forEach(duty -> print(session, duty, true));
            duties.value().dueSoon().forEach(duty -> print(session, duty, false));
            session.say(duties.raised());
            return duties.value().overdue().isEmpty() && duties.raised() == null
                    ? ExitCode.DONE
                    : ExitCode.DONE_WITH_FINDINGS;
        }

        private static void print(LedgerSession session, Duty duty, boolean overdue) {
            var json = new JsonLine()
                    .put("overdue", overdue)
                    .put(
                            "duty",
                            duty.kind()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-'))
                    .put("until", duty.day().toString());
            if (duty.medium() != null) {
                json.put("medium", duty.medium());
            }
            if (duty.parcel() != null) {
                json.put("parcel", duty.parcel());
            }
            session.say(
                    json,
                    "%s  %s  %s  %s  %s"
                            .formatted(
                                    overdue ? "overdue 期限超過" : "due 期限内  ",
                                    duty.day(),
                                    duty.kind().japanese(),
                                    duty.medium() == null ? "" : duty.medium(),
                                    duty.parcel() == null ? "" : duty.parcel()));
        }
    }
}
