package jp.bansho.numbers.taxfile;

import java.time.Instant;

/// A number a tax file wants and the machine has not, for the association whose person it is.
///
/// @param person `recipient`, `spouse` or `dependant`
/// @param reason `unknown` or `ambiguous`
public record Lack(TaxReport report, int taxYear, String person, String userNumber, String reason, Instant openedAt) {}
