package jp.bansho.numbers.command;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.vault.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho numbers index`: builds the index of numbers again after the database server crashed or was
/// restored. An intake does so by itself; this is for those who cannot wait for one.
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = {"Rebuild the index of numbers if it was lost.", "失われた個人番号索引を再構築します。"})
final class IndexCommand implements Callable<Integer> {

    @Option(
            names = "--association",
            required = true,
            paramLabel = "CODE",
            description = {"Association, 1 to 99.", "構成組合コード。"})
    private int association;

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        try (var machine = Machine.start()) {
            var numbers = machine.part(Vault.class).rebuildIndex(machine.actor(options), association);
            spec.commandLine()
                    .getOut()
                    .println(
                            options.json()
                                    ? new JsonLine()
                                            .put("rebuilt", numbers >= 0)
                                            .put("numbers", Math.max(numbers, 0))
                                            .end()
                                    : numbers < 0
                                            ? "索引は正常です / the index is whole"
                                            : "再構築しました / rebuilt: %,d".formatted(numbers));
            return ExitCode.DONE;
        }
    }
}
