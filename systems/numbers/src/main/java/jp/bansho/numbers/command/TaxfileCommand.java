package jp.bansho.numbers.command;

import picocli.CommandLine.Command;

/// `bansho numbers taxfile …` (N6, N7). Numbers leave in sealed parcels alone: there is no command
/// that writes them into a plain file.
@Command(
        name = "taxfile",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Tax files; for the federation alone.", "税務署等提出ファイル（連合会のみ）。"})
final class TaxfileCommand extends TaxParcelCommand {}
