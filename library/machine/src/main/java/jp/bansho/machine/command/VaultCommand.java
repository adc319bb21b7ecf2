package jp.bansho.machine.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `… media vault in|out`: into the vault 保管庫 and out of it, by two people (M4).
@Command(
        name = "vault",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Into the vault and out of it; two people.", "保管庫への入庫・出庫（2人）。"})
final class VaultCommand {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private MediaCommand media;

    @Command(
            name = "in",
            mixinStandardHelpOptions = true,
            description = {"Put a medium into the vault.", "媒体を保管庫に入れます。"})
    int in(
            @Mixin MediumArgument medium,
            @Option(
                            names = "--place",
                            required = true,
                            paramLabel = "PLACE",
                            description = {"Where in the vault.", "保管場所。"})
                    String place,
            @Mixin LedgerPeople people) {
        try (var session = media.session(people)) {
            return session.moves(
                    medium.called(),
                    "vault-in",
                    (c, two, it) -> session.ledger().vaultIn(c, two, it.id(), place));
        }
    }

    @Command(
            name = "out",
            mixinStandardHelpOptions = true,
            description = {"Take a medium out of the vault.", "媒体を保管庫から出します。"})
    int out(
            @Mixin MediumArgument medium,
            @Option(
                            names = "--why",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"What it is taken out for.", "出庫の目的。"})
                    String why,
            @Mixin LedgerPeople people) {
        try (var session = media.session(people)) {
            return session.moves(
                    medium.called(),
                    "vault-out",
                    (c, two, it) -> session.ledger().vaultOut(c, two, it.id(), why));
        }
    }
}
