package jp.bansho.numbers.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.bansho.numbers.linkage.Marks;

/// What the rules know beside the record: who works here, who is kept here, what followed.
///
/// @param staff      by account
/// @param kept       handles under which the people who work here are kept themselves, with their person
/// @param marks      keyed marks of the people who were looked at, by handle
/// @param planted    people nobody has business with, and since when
/// @param registered when numbers of the revealed people were registered, by handle
/// @param taxFiles   when tax files were filled
record Background(
        Map<String, Staff> staff,
        Map<Long, Set<Long>> kept,
        Map<Long, Marks> marks,
        Map<Long, Instant> planted,
        Map<Long, List<Instant>> registered,
        List<Instant> taxFiles) {

    /// Somebody who works here.
    ///
    /// @param person     the human being, whatever the account
    /// @param familyMarks keyed marks of the family name, one for each association watched over
    record Staff(long person, Set<Long> familyMarks) {}

    boolean planted(long subject, Instant at) {
        var since = planted.get(subject);
        return since != null && !at.isBefore(since);
    }
}
