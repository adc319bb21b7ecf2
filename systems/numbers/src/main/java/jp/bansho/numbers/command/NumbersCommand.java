package jp.bansho.numbers.command;

import picocli.CommandLine.Command;

/// `bansho numbers …`.
@Command(
        name = "numbers",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Register, find and append numbers.", "個人番号の登録・検索・追加。"},
        subcommands = {
            InitCommand.class,
            IntakeCommand.class,
            MediaCommands.class,
            TaxfileCommand.class,
            FindCommand.class,
            JobsCommand.class,
            WorkCommand.class,
            IndexCommand.class,
            UsersCommand.class,
            LogCheckCommand.class,
            KeysCommand.class,
            IncidentCommand.class,
            PurgesCommand.class,
            CyclesCommand.class,
            DeclarationsCommand.class,
            ErasureCommand.class,
            ServeCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            EmergencyCommand.class,
            ReportCommand.class
        })
final class NumbersCommand {}
