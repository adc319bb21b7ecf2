package jp.bansho.media.ledger;

import java.time.LocalDate;
import java.util.List;

/// A stock-taking 棚卸 that is under way.
///
/// @param deadline last day on which it may be closed in time, in Japan
/// @param lines    each medium that should have been here when it began
public record Stock(long id, LocalDate deadline, List<StockLine> lines) {

    /// Keeps the list.
    public Stock {
        lines = List.copyOf(lines);
    }
}
