package jp.bansho.pension.command;

import java.nio.file.Path;
import java.util.Locale;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.pension.PensionMachine;
import jp.bansho.pension.members.Members;
import jp.bansho.pension.staff.StaffFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho pension members …`.
@Command(
        name = "members",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Recipients and spouses.", "受給権者・加給年金額対象配偶者。"})
final class MembersCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = {
                "Take in a file of all who receive a pension now, all of it or nothing.",
                "現在の受給者等のファイルを取り込みます（全件または無）。"
            })
    int load(
            @Parameters(
                            paramLabel = "FILE",
                            description = {"pensioners-AA.csv"})
                    Path file,
            @Option(
                            names = "--association",
                            required = true,
                            paramLabel = "CODE",
                            description = {"Association, 1 to 99.", "構成組合コード。"})
                    int association,
            @Option(
                            names = "--as",
                            paramLabel = "NAME",
                            description = {
                                "Acting person, as in staff.properties (default: the login name).",
                                "業務を行う人（既定: ログイン名）。"
                            })
                    @Nullable
                    String name,
            @Option(
                            names = "--json",
                            description = {"Machine-readable output.", "機械可読な出力（JSON）。"})
                    boolean json) {
        try (var machine = Machine.start(PensionMachine.class);
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var clerk = machine.part(StaffFile.class).clerk(name == null ? System.getProperty("user.name") : name);
            var loaded = machine.part(Members.class).load(clerk, association, file, progress);
            progress.end();
            var text = json
                    ? new JsonLine()
                            .put("rows", loaded.rows())
                            .put("added", loaded.added())
                            .put("changed", loaded.changed())
                            .put("unchanged", loaded.unchanged())
                            .put("ended", loaded.ended())
                            .end()
                    : String.format(
                            Locale.ROOT,
                            "%,d 件 rows: 新規 added %,d, 変更 changed %,d, 同じ unchanged %,d, 終了 ended %,d",
                            loaded.rows(),
                            loaded.added(),
                            loaded.changed(),
                            loaded.unchanged(),
                            loaded.ended());
            spec.commandLine().getOut().println(text);
            return ExitCode.DONE;
        }
    }
}
