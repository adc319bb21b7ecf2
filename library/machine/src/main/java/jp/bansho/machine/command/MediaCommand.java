package jp.bansho.machine.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.machine.Home;
import jp.bansho.machine.Machine;
import jp.bansho.machine.NotInstalled;
import jp.bansho.media.ParcelKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `… media`: the certificates a machine sends and takes in parcels with, and whose it knows (M1), and its ledger of
/// media (M2–M5): where they are, stock-taking, return, disposal, what is overdue. Changing the lists of certificates
/// changes who is believed; those files belong to the operator and to nobody else.
@Command(
        name = "media",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Media: certificates, ledger, stock-taking, disposal.", "媒体: 証明書・管理簿・棚卸・廃棄。"},
        subcommands = {
            VaultCommand.class,
            StockTakingCommand.class,
            ReceiptCommand.class,
            DisposeCommand.class,
            CertificateCommand.class,
            MovesCommand.HandOver.class,
            MovesCommand.TakeBack.class,
            MovesCommand.GiveBack.class,
            MovesCommand.Abandon.class,
            MovesCommand.Missing.class,
            MovesCommand.Found.class,
            LedgerListCommand.Overdue.class,
            LedgerListCommand.All.class
        })
public abstract class MediaCommand {

    private static final long DAYS = 730;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// A command of a machine.
    protected MediaCommand() {}

    /// Starts that machine.
    protected abstract Machine start();

    /// Opens the machine's ledger.
    LedgerSession session(LedgerPeople people) {
        return new LedgerSession(start(), people, spec.commandLine().getOut());
    }

    /// Makes the own keys.
    @Command(
            name = "keys",
            mixinStandardHelpOptions = true,
            description = {
                "Make the own keys with certificates that sign themselves, good for two years.",
                "自己署名の鍵と証明書を作成します（有効期間2年）。"
            })
    public int keys(
            @Option(
                            names = "--organisation",
                            required = true,
                            paramLabel = "WORD",
                            description = {"Own word in parcels, such as juki.", "媒体上の自組織の語。"})
                    String organisation) {
        var now = Clock.systemUTC().instant();
        try {
            own().make(organisation, now.minus(1, ChronoUnit.HOURS), now.plus(DAYS, ChronoUnit.DAYS));
        } catch (FileAlreadyExistsException e) {
            throw new NotInstalled("there are keys already; they are not overwritten", "鍵は既にあります。上書きしません");
        } catch (IOException e) {
            throw new UncheckedIOException("the keys could not be written", e);
        }
        spec.commandLine().getOut().println("made / 作成: " + Home.ofEnvironment().media());
        return ExitCode.DONE;
    }

    /// Believes a sender.
    @Command(
            name = "believe",
            mixinStandardHelpOptions = true,
            description = {"Take in parcels of an organisation.", "指定した組織の媒体を受け入れます。"})
    public int believe(
            @Option(names = "--organisation", required = true, paramLabel = "WORD", description = "juki, pension …")
                    String organisation,
            @Option(
                            names = "--purposes",
                            required = true,
                            paramLabel = "WORDS",
                            description = {"Purposes between commas.", "利用目的（カンマ区切り）。"})
                    String purposes,
            @Option(
                            names = "--certificate",
                            required = true,
                            paramLabel = "FILE",
                            description = {"Its signing certificate.", "署名用証明書。"})
                    Path certificate) {
        try {
            Set<String> words = Arrays.stream(purposes.split(",", -1)).collect(Collectors.toSet());
            own().believe(organisation, words, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate could not be taken on", e);
        }
        spec.commandLine().getOut().println("believed / 登録: " + organisation);
        return ExitCode.DONE;
    }

    /// Knows a recipient.
    @Command(
            name = "seal-for",
            mixinStandardHelpOptions = true,
            description = {"Seal parcels for an organisation.", "指定した組織あてに封緘できるようにします。"})
    public int sealFor(
            @Option(names = "--organisation", required = true, paramLabel = "WORD", description = "juki, numbers …")
                    String organisation,
            @Option(
                            names = "--certificate",
                            required = true,
                            paramLabel = "FILE",
                            description = {"Its receiving certificate.", "受領用証明書。"})
                    Path certificate) {
        try {
            own().sealFor(organisation, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate could not be taken on", e);
        }
        spec.commandLine().getOut().println("known / 登録: " + organisation);
        return ExitCode.DONE;
    }

    private static ParcelKeys own() {
        return new ParcelKeys(Home.ofEnvironment().media());
    }
}
