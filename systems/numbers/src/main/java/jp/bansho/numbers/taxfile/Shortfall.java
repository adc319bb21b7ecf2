package jp.bansho.numbers.taxfile;

import java.util.List;
import jp.bansho.layout.Violation;

/// What kept a tax file from being complete, by line.
public record Shortfall(List<Missing> missing, List<Violation> violations) {}
