package jp.bansho.bench.report;

import java.util.List;

/// All that one run of the benchmark found.
///
/// @param machine what it ran on, see [MachineFacts]
/// @param command the command that was given
/// @param minutes how long the run took
public record Report(List<Bar> bars, List<Section> sections, String machine, String command, long minutes) {}
