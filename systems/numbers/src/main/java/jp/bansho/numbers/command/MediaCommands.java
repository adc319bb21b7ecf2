package jp.bansho.numbers.command;

import java.nio.file.Path;
import jp.bansho.machine.command.ArrivalOptions;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.machine.command.MediaCommand;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.numbers.installation.StaffFile;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.media.MediaDesk;
import jp.bansho.numbers.media.MediaWatch;
import jp.bansho.numbers.staff.Purpose;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho numbers media`: parcels that come: registered, taken in, confirmed and wiped; and the
/// ledger of media (M1–M5, N4).
@Command(
        name = "media",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Parcels: certificates, registering, taking in, confirming.", "媒体: 証明書・受付・取込み・確認と消去。"})
final class MediaCommands extends MediaCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /// The second person.
    static final class Witness {

        @Option(
                names = "--with",
                paramLabel = "NAME",
                description = {"Second person at the medium.", "媒体取扱いの立会者。"})
        private @Nullable String name;
    }

    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            description = {"Register a parcel that came, unopened.", "届いた媒体を、開封せずに受け付けます。"})
    int register(@Mixin ArrivalOptions came, @Mixin ActorOptions actor, @Mixin Witness witness) {
        try (var machine = Machine.start()) {
            var receipt = machine.part(MediaDesk.class)
                    .register(
                            came.parcel(),
                            machine.actor(actor),
                            witness.name == null
                                    ? null
                                    : machine.part(StaffFile.class).actor(witness.name),
                            came.arrival());
            command.commandLine()
                    .getOut()
                    .println("registered / 受付: " + receipt.number() + "  "
                            + receipt.parcel().text());
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "take-in",
            mixinStandardHelpOptions = true,
            description = {"Open a registered parcel and register the numbers in it.", "受付済みの媒体を開封し、個人番号を登録します。"})
    int takeIn(
            @Parameters(
                            paramLabel = "PARCEL",
                            description = {"The parcel's folder.", "媒体のフォルダ。"})
                    Path parcel,
            @Option(
                            names = "--purpose",
                            required = true,
                            paramLabel = "PURPOSE",
                            description = {"Purpose of use; an unknown one lists all.", "利用目的。"})
                    String purpose,
            @Mixin ActorOptions options) {
        try (var machine = Machine.start();
                var progress = new ProgressLine(command.commandLine().getErr())) {
            var actor = machine.actor(options);
            var sheet = machine.part(MediaDesk.class).takeIn(parcel, actor, Purpose.of(purpose), progress);
            progress.end();
            return IntakeReport.print(
                    command.commandLine().getOut(), options.json(), sheet, machine.part(Intake.class), actor);
        }
    }

    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = {"Confirm that a parcel was read to its end, and wipe its contents.", "媒体の取込み完了を確認し、内容を消去します。"
            })
    int confirm(
            @Parameters(
                            paramLabel = "PARCEL",
                            description = {"The parcel's folder.", "媒体のフォルダ。"})
                    Path parcel,
            @Mixin ActorOptions actor,
            @Mixin Witness witness) {
        try (var machine = Machine.start()) {
            var noted = machine.part(MediaDesk.class)
                    .confirm(
                            parcel,
                            machine.actor(actor),
                            witness.name == null
                                    ? null
                                    : machine.part(StaffFile.class).actor(witness.name));
            command.commandLine()
                    .getOut()
                    .println("confirmed and wiped / 確認・消去済み: " + noted.number().text());
            return ExitCode.DONE;
        }
    }

    @Override
    protected jp.bansho.machine.Machine start() {
        return Machine.start().running();
    }

    @Command(
            name = "watch",
            mixinStandardHelpOptions = true,
            description = {
                "The nightly look into every ledger: what is missing or overdue becomes an incident.",
                "夜間処理: 全管理簿を点検し、所在不明・期限超過の媒体を事故として登録します。"
            })
    int watch(@Mixin ActorOptions actor) {
        try (var machine = Machine.start()) {
            var alarming = 0;
            for (var looked : machine.part(MediaWatch.class).look(machine.actor(actor))) {
                alarming += looked.alarming() ? 1 : 0;
                var raised = looked.duties().raised();
                var overdue = looked.duties().value().overdue().size();
                command.commandLine()
                        .getOut()
                        .println(
                                actor.json()
                                        ? new JsonLine()
                                                .put("organisation", looked.organisation())
                                                .put("overdue", overdue)
                                                .put("alarm", raised == null ? "" : raised.english())
                                                .end()
                                        : "%2d  overdue 期限超過 %d  %s"
                                                .formatted(
                                                        looked.organisation(),
                                                        overdue,
                                                        raised == null ? "" : raised.message()));
            }
            return alarming == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
        }
    }
}
