package jp.bansho.media.ledger;

import java.util.List;

/// What has to be done with media.
///
/// @param overdue what should have been done before today
/// @param dueSoon what is due from today on
public record DutyList(List<Duty> overdue, List<Duty> dueSoon) {

    /// Keeps the lists.
    public DutyList {
        overdue = List.copyOf(overdue);
        dueSoon = List.copyOf(dueSoon);
    }
}
