package jp.bansho.media.ledger;

import java.util.List;

/// What a stock-taking showed.
///
/// @param counted media that were there
/// @param missing those that were not, by owner and number
/// @param late    closed after its deadline
public record StockResult(long id, long counted, List<String> missing, boolean late) {

    /// Keeps the list.
    public StockResult {
        missing = List.copyOf(missing);
    }
}
