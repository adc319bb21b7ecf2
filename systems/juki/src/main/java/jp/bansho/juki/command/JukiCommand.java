package jp.bansho.juki.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.bansho.access.AccessRefused;
import jp.bansho.juki.JukiMachine;
import jp.bansho.juki.inquiry.Asking;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.juki.results.Delivery;
import jp.bansho.juki.results.Wiping;
import jp.bansho.juki.staff.Settings;
import jp.bansho.juki.staff.StaffFile;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.Machine;
import jp.bansho.machine.MachineSetup;
import jp.bansho.machine.command.ArrivalOptions;
import jp.bansho.machine.command.DatabaseAddress;
import jp.bansho.machine.command.Entrance;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.ProgressLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho juki …`: parcel in, ask, parcel out.
@Command(
        name = "juki",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Juki-net user system: inquiries to J-LIS.", "住基ネット利用システム（機構への照会）。"},
        subcommands = {MediaLedger.class, LineCommand.class, UsersCommand.class, ServeCommand.class},
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {
            "0:done / 正常終了",
            "1:refused or failed, nothing half done / 拒否または失敗（中途半端な結果なし）",
            "2:command line not understood / コマンド行の誤り",
            "3:done, with findings / 終了（要確認あり）"
        })
public final class JukiCommand {

    /// Folders of migrations, in their order.
    public static final List<String> DESKS = List.of("machine", "audit", "access", "juki", "media");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private JukiCommand() {}

    /// Runs one command and exits with its code.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs one command.
    ///
    /// @return its exit code
    public static int run(String... arguments) {
        return Entrance.run(new JukiCommand(), Set.of(AccessRefused.class), arguments);
    }

    /// The command line itself, for whoever lists it.
    public static CommandSpec specification() {
        return new CommandLine(new JukiCommand()).getCommandSpec();
    }

    /// Who acts.
    static final class People {

        @Option(
                names = "--as",
                required = true,
                paramLabel = "NAME",
                description = {"Acting person, as in staff.properties.", "業務を行う人。"})
        private String doer = "";

        @Option(
                names = "--with",
                paramLabel = "NAME",
                description = {"Second person at a medium.", "媒体取扱いの立会者。"})
        private @Nullable String witness;
    }

    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description = {
                "Set up keys and database; running it again adds what is new.",
                "鍵・データベースを設定します。再実行すると不足分だけを追加します。",
                "BANSHO_DB_URL, BANSHO_DB_USER, BANSHO_DB_PASSWORD name the database and its administrator."
            })
    int init() {
        var home = Home.ofEnvironment();
        new MachineSetup(home)
                .all(DatabaseAddress.ofEnvironment(), List.of(), DESKS, new KeyCheck("machine.key_check"));
        Settings.write(home);
        spec.commandLine().getOut().println("ready / 準備完了: " + home.folder());
        return ExitCode.DONE;
    }

    @Command(
            name = "take-in",
            mixinStandardHelpOptions = true,
            description = {"Take a parcel of inquiries in.", "照会ファイルの媒体を受け入れます。"})
    int takeIn(@Mixin ArrivalOptions came, @Mixin People people) {
        try (var machine = Machine.start(JukiMachine.class)) {
            var pair = machine.part(StaffFile.class).two(people.doer, people.witness, "take-in");
            machine.part(Wiping.class).finish(pair);
            print(machine.part(Inquiries.class).takeIn(came.parcel(), came.arrival(), pair));
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = {"Ask J-LIS what is not answered yet.", "未回答の照会を機構に送ります。"})
    int ask(
            @Parameters(
                            paramLabel = "JOB",
                            description = {"The job's number.", "処理番号。"})
                    long job,
            @Mixin People people) {
        try (var machine = Machine.start(JukiMachine.class);
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var one = machine.part(StaffFile.class).one(people.doer);
            machine.part(Wiping.class).finish(one);
            var answered = machine.part(Asking.class).ask(job, one, progress);
            progress.end();
            print(answered);
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "hand-out",
            mixinStandardHelpOptions = true,
            description = {
                "Write the parcel for the number machine, then delete all that is held for the job.",
                "個人番号管理システムあての媒体を作成し、同時に保有データを消去します。"
            })
    int handOut(
            @Parameters(
                            paramLabel = "JOB",
                            description = {"The job's number.", "処理番号。"})
                    long job,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "FOLDER",
                            description = {"Existing folder on the medium.", "媒体上の既存フォルダ。"})
                    Path outbox,
            @Option(
                            names = "--medium",
                            required = true,
                            paramLabel = "NUMBER",
                            description = {"Number of the own medium.", "自機関の媒体の番号。"})
                    String medium,
            @Option(
                            names = "--application",
                            paramLabel = "NUMBER",
                            description = {
                                "Approved application (media.people = passkey).",
                                "承認済みの申請の番号（media.people = passkey の場合）。"
                            })
                    @Nullable
                    Long application,
            @Option(
                            names = "--approved-by",
                            paramLabel = "NAME",
                            description = {
                                "Who approved that it leaves; not who acts (media.people = named).",
                                "持出しの承認者（作業者以外。media.people = named の場合）。"
                            })
                    @Nullable
                    String approver,
            @Mixin People people) {
        try (var machine = Machine.start(JukiMachine.class);
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var staff = machine.part(StaffFile.class);
            var delivery = machine.part(Delivery.class);
            var operator = staff.one(people.doer);
            machine.part(Wiping.class).finish(operator);
            Job done;
            if (application != null) {
                done = delivery.handOut(job, outbox, medium, application, operator, progress);
            } else {
                var pair = staff.two(people.doer, people.witness, "hand-out");
                done = delivery.handOut(
                        job, outbox, medium, staff.approver(approver, pair, "hand-out"), pair, progress);
            }
            progress.end();
            print(done);
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "hand-over",
            mixinStandardHelpOptions = true,
            description = {"Hand the medium of a job over to its carrier.", "媒体を運搬者に引き渡します。"})
    int handOver(
            @Parameters(
                            paramLabel = "JOB",
                            description = {"The job's number.", "処理番号。"})
                    long job,
            @Option(
                            names = "--taken-by",
                            required = true,
                            paramLabel = "HANDLE",
                            description = {"Who takes it.", "受け取る人の利用者ID。"})
                    String takenBy,
            @Mixin People people) {
        try (var machine = Machine.start(JukiMachine.class)) {
            var pair = machine.part(StaffFile.class).two(people.doer, people.witness, "hand-over");
            var parcel = machine.part(Delivery.class).handOver(job, takenBy, pair);
            spec.commandLine()
                    .getOut()
                    .println("handed over / 引渡し: " + parcel.number().text());
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "jobs",
            mixinStandardHelpOptions = true,
            description = {"The newest jobs; nobody's data.", "処理の一覧（個人のデータなし）。"})
    int jobs(@Mixin People people) {
        try (var machine = Machine.start(JukiMachine.class)) {
            machine.part(Wiping.class).finish(machine.part(StaffFile.class).one(people.doer));
            machine.part(Inquiries.class).newest().forEach(this::print);
            return ExitCode.DONE;
        }
    }

    private void print(Job job) {
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%d  association %02d  %s  %s / %s  inquiries %,d 件  rows %,d 行  hits %,d 件%s",
                        job.id(),
                        job.association(),
                        job.purpose(),
                        job.state().japanese(),
                        job.state().english(),
                        job.inquiries(),
                        job.rows(),
                        job.hits(),
                        job.outParcel() == null ? "" : "  " + job.outParcel()));
    }
}
