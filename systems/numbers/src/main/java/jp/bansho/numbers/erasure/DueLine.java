package jp.bansho.numbers.erasure;

import java.time.LocalDate;
import jp.bansho.retention.Use;

/// A use of a person that is or becomes due, and why.
///
/// @param fact       the date its clock runs from
/// @param held       a legal hold keeps the person
/// @param inOpenWork work about the person waits for a decision and keeps the person
public record DueLine(
        long subject,
        String userNumber,
        Use use,
        LocalDate fact,
        LocalDate eraseFrom,
        boolean held,
        boolean inOpenWork) {

    /// True if an erasure leaves the person alone for now.
    public boolean kept() {
        return held || inOpenWork;
    }
}
