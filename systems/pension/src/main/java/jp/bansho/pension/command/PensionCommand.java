package jp.bansho.pension.command;

import picocli.CommandLine.Command;

/// `bansho pension …`.
@Command(
        name = "pension",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {
            "Keep members and payments, cut inquiries and slips, collect for municipalities.",
            "受給者等・支給の管理、照会・源泉徴収票等の切り出し、特別徴収。"
        },
        subcommands = {
            InitCommand.class,
            MembersCommand.class,
            InquiriesCommand.class,
            PaymentsCommand.class,
            DeclarationsCommand.class,
            SlipsCommand.class,
            ReportsCommand.class,
            SpecialCollectionCommand.class,
            MediaLedger.class
        })
final class PensionCommand {}
