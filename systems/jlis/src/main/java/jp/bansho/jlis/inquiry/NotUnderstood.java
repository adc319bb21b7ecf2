package jp.bansho.jlis.inquiry;

import java.util.List;
import jp.bansho.layout.Violation;

/// A batch that cannot be answered row by row: the rows cannot be told apart, or not be given back.
///
/// @param places the first few of what is wrong
record NotUnderstood(List<Violation> places) implements ReadBatch {}
