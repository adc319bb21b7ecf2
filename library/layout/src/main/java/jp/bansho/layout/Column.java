package jp.bansho.layout;

import java.util.List;

/// One column of a [Layout]: a line of its table.
///
/// @param number     position in the record, from 1
/// @param item       the item number of the official list (項番), which may name a group: `5-6`
/// @param japanese   the item's Japanese name
/// @param english    the item's English name
/// @param kind       which characters it holds
/// @param width      how long it is when not empty
/// @param obligatory whether it must not be empty
/// @param values     the values allowed, empty when any is; one ending in `*` allows all that begin so
/// @param source     how certain the rule is
public record Column(
        int number,
        String item,
        String japanese,
        String english,
        Kind kind,
        Width width,
        boolean obligatory,
        List<String> values,
        Source source) {

    public Column {
        values = List.copyOf(values);
    }
}
