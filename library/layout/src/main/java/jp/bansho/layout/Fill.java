package jp.bansho.layout;

/// One place where an Individual Number (個人番号) is filled in: whose, found by which key (duties N6, N7).
///
/// @param column the column that receives the number
/// @param key    the column that holds the person's user number (利用番号)
/// @param name   the column that holds the person's name: a name without a key leads to no number
/// @param person `recipient`, `spouse` or `dependant`
public record Fill(int column, int key, int name, String person) {}
