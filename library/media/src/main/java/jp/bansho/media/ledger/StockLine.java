package jp.bansho.media.ledger;

import org.jspecify.annotations.Nullable;

/// A medium to be counted.
///
/// @param medium   its handle
/// @param called   owner and number
/// @param expected where it was when the stock-taking began
/// @param found    null until it is counted; false if it was missed
public record StockLine(
        long medium,
        String called,
        MediumState expected,
        @Nullable Boolean found) {}
