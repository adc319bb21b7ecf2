package jp.bansho.numbers.command;

import picocli.CommandLine.Command;

/// `bansho numbers keys …`.
@Command(
        name = "keys",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Change keys.", "鍵の管理。"},
        subcommands = {RotationCommands.Rotate.class, RotationCommands.List.class})
final class KeysCommand {}
