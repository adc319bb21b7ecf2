package jp.bansho.numbers.taxfile;

import java.util.List;
import jp.bansho.layout.Violation;
import jp.bansho.numbers.job.JobSheet;

/// What an append led to.
///
/// @param sheet      the job's sheet
/// @param missing    the first fields that stayed empty, at most [#SHOWN]
/// @param violations the first rule violations, at most [#SHOWN]
/// @param delivered  true if the output file is in place
public record Appended(JobSheet sheet, List<Missing> missing, List<Violation> violations, boolean delivered) {

    /// How many lines of a list are carried along; the database has them all.
    public static final int SHOWN = 1000;
}
