package jp.bansho.pension.command;

import picocli.CommandLine.Command;

/// `bansho pension …`.
@Command(
        name = "pension",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Keep members, cut inquiries about them.", "受給者等の管理、照会ファイルの切り出し。"},
        subcommands = {InitCommand.class, MembersCommand.class, InquiriesCommand.class, MediaLedger.class})
final class PensionCommand {}
