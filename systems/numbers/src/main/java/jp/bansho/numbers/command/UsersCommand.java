package jp.bansho.numbers.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import jp.bansho.access.AccountRole;
import jp.bansho.access.account.NewUser;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.staff.Users;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bansho numbers users`: what the operator does about users; everything else is the user managers' own,
/// on screen.
@Command(
        name = "users",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Register user managers; run the nightly batch.", "ユーザ管理責任者の登録・夜間処理。"},
        subcommands = {UsersCommand.Add.class, UsersCommand.Nightly.class})
final class UsersCommand {

    /// `bansho numbers users add`: registers a user manager (A2) and prints the slip.
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Register a user manager, or the first approver of an organisation; prints ID and temporary password once.",
                "ユーザ管理責任者（または組織で最初の承認権限者）を登録し、利用者IDと仮パスワードを一度だけ表示します。"
            })
    static final class Add implements Callable<Integer> {

        @Option(
                names = "--organisation",
                required = true,
                paramLabel = "CODE",
                description = {
                    "0 the federation, 1 to 99 an association, 100 the operator.",
                    "0 連合会、1～99 構成組合、100 運営委託先。"
                })
        private int organisation;

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                defaultValue = "user-manager",
                description = {"user-manager, or a role that approves.", "役割（既定: ユーザ管理責任者）。"})
        private String role = "";

        @Option(
                names = "--department",
                paramLabel = "DEPARTMENT",
                defaultValue = "general",
                description = {"pension, tax, general, audit or operation.", "部署。"})
        private String department = "";

        @Option(
                names = "--staff-number",
                required = true,
                paramLabel = "NUMBER",
                description = {"Staff number within the organisation.", "職員番号。"})
        private String staffNumber = "";

        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME",
                description = {"Name of the person.", "氏名。"})
        private String name = "";

        @Option(
                names = "--until",
                paramLabel = "DATE",
                description = {"Last day, ISO; default: end of the fiscal year after this one.", "終了日。"})
        private @Nullable LocalDate until;

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Override
        public Integer call() {
            var given = AccountRole.of(role).orElseThrow(() -> new StaffRefused("there is no such role", "その役割はありません"));
            try (var machine = Machine.start()) {
                var users = machine.part(Users.class);
                var today = users.today();
                var last = until != null ? until : LocalDate.of(today.getYear() + 2, 3, 31);
                var slip = users.registerFirst(
                        machine.actor(options),
                        organisation,
                        new NewUser(staffNumber, name, null, given, department, today, last));
                var out = options.out();
                if (options.json()) {
                    out.println(new JsonLine()
                            .put("account", slip.account())
                            .put("temporaryPassword", slip.temporaryPassword())
                            .put("expiresOn", slip.expiresOn().toString())
                            .end());
                } else {
                    out.println("利用者ID / user ID: " + slip.account());
                    out.println("仮パスワード / temporary password: " + slip.temporaryPassword());
                    out.println("有効期限 / until: " + slip.expiresOn());
                }
                return ExitCode.DONE;
            }
        }
    }

    /// `bansho numbers users nightly`: the nightly batch (A3, A4).
    @Command(
            name = "nightly",
            mixinStandardHelpOptions = true,
            description = {
                "Run the nightly batch: make, change and end users as prepared.",
                "夜間処理: 準備された登録・変更・失効を実行します。"
            })
    static final class Nightly implements Callable<Integer> {

        @Option(
                names = "--business-date",
                paramLabel = "DATE",
                description = {
                    "The day whose evening this is (default: today); for a batch that was missed.",
                    "処理日（既定: 本日）。"
                })
        private @Nullable LocalDate businessDate;

        @Mixin
        private ActorOptions options = new ActorOptions();

        @Override
        public Integer call() {
            try (var machine = Machine.start()) {
                var users = machine.part(Users.class);
                var done = users.nightly(machine.actor(options), businessDate != null ? businessDate : users.today());
                var out = options.out();
                if (options.json()) {
                    out.println(new JsonLine()
                            .put("made", done.made())
                            .put("changed", done.changed())
                            .put("ended", done.ended())
                            .put("died", done.died())
                            .put("failed", done.failed())
                            .end());
                } else {
                    out.println("登録 " + done.made() + "  変更 " + done.changed() + "  失効 " + done.ended() + "  仮パスワード消滅 "
                            + done.died() + "  不成立 " + done.failed());
                }
                return done.failed() > 0 ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE;
            }
        }
    }
}
