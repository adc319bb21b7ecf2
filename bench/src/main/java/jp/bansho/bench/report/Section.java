package jp.bansho.bench.report;

import java.util.List;

/// One table of the report for people.
///
/// @param note what one has to know to read it
/// @param rows each as long as `columns`
public record Section(String title, List<String> columns, List<List<String>> rows, String note) {}
