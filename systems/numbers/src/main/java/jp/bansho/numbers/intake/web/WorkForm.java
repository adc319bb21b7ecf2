package jp.bansho.numbers.intake.web;

/// What a person entered about a work item.
///
/// @param decision word of the decision
/// @param purpose  row of the table of purposes
/// @param note     why, in own words
record WorkForm(String decision, String purpose, String note) {

    static final WorkForm EMPTY = new WorkForm("", "", "");
}
