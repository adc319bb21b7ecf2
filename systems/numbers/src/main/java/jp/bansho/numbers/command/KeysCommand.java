package jp.bansho.numbers.command;

import picocli.CommandLine.Command;

/// `bansho numbers keys`: key ceremonies. All but looking are applied for at a terminal by an operations manager and
/// approved by the federation; the restore needs two people on the spot.
@Command(
        name = "keys",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"List, back up, restore, move and rotate keys.", "鍵の一覧・バックアップ・復元・移動・更新。"},
        subcommands = {
            KeyCommands.ListKeys.class,
            KeyCommands.BackUp.class,
            KeyCommands.BackupDestroyed.class,
            KeyCommands.Move.class,
            KeysRestoreCommand.class,
            RotationCommands.Rotate.class,
            RotationCommands.Overview.class
        })
final class KeysCommand {}
