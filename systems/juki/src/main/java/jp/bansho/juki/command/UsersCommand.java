package jp.bansho.juki.command;

import java.time.LocalDate;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.juki.JukiMachine;
import jp.bansho.juki.staff.StaffFile;
import jp.bansho.juki.staff.Users;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho juki users`: the people of the terminals, kept by the operator (J4).
@Command(
        name = "users",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"The users of this machine's terminals.", "端末の利用者の登録・停止。"})
final class UsersCommand {

    private static final int VALID_YEARS = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Register somebody; prints ID and temporary password once.",
                "利用者を登録し、利用者IDと仮パスワードを一度だけ表示します。"
            })
    int add(
            @Option(
                            names = "--staff-number",
                            required = true,
                            paramLabel = "NUMBER",
                            description = {"Staff number.", "職員番号。"})
                    String staffNumber,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = {"Name of the person.", "氏名。"})
                    String name,
            @Option(
                            names = "--role",
                            defaultValue = "federation-officer",
                            paramLabel = "ROLE",
                            description = {"federation-officer or auditor.", "役割（既定: federation-officer）。"})
                    String role,
            @Option(
                            names = "--until",
                            paramLabel = "DATE",
                            description = {"Last day, ISO; default: end of the fiscal year after this one.", "終了日。"})
                    @Nullable
                    LocalDate until,
            @Option(
                            names = "--as",
                            required = true,
                            paramLabel = "NAME",
                            description = {"Acting operator, as in staff.properties.", "業務を行う人。"})
                    String operator,
            @Option(
                            names = "--json",
                            description = {"One line of JSON.", "JSON で出力します。"})
                    boolean json) {
        var given = AccountRole.of(role)
                .orElseThrow(() -> new AccessRefused("no-such-role", "there is no such role", "その役割はありません"));
        try (var machine = Machine.start(JukiMachine.class)) {
            var users = machine.part(Users.class);
            var last = until != null ? until : LocalDate.of(users.today().getYear() + VALID_YEARS, 3, 31);
            var slip = users.add(machine.part(StaffFile.class).one(operator), given, staffNumber, name, last);
            var out = spec.commandLine().getOut();
            if (json) {
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

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = {"End an account at once.", "利用者IDを直ちに停止します。"})
    int stop(
            @Parameters(
                            paramLabel = "ID",
                            description = {"User ID.", "利用者ID。"})
                    String account,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why.", "理由。"})
                    String reason,
            @Option(
                            names = "--as",
                            required = true,
                            paramLabel = "NAME",
                            description = {"Acting operator, as in staff.properties.", "業務を行う人。"})
                    String operator) {
        try (var machine = Machine.start(JukiMachine.class)) {
            machine.part(Users.class).stop(machine.part(StaffFile.class).one(operator), account, reason);
            spec.commandLine().getOut().println("stopped / 停止: " + account);
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"The accounts, without names.", "利用者IDの一覧（氏名なし）。"})
    int list(
            @Option(
                            names = "--as",
                            required = true,
                            paramLabel = "NAME",
                            description = {"Acting operator, as in staff.properties.", "業務を行う人。"})
                    String operator) {
        try (var machine = Machine.start(JukiMachine.class)) {
            machine.part(StaffFile.class).one(operator);
            machine.part(Users.class)
                    .all()
                    .forEach(account -> spec.commandLine()
                            .getOut()
                            .println(account.id() + "  " + account.role().word() + "  " + account.state() + "  "
                                    + account.validUntil()));
            return ExitCode.DONE;
        }
    }
}
