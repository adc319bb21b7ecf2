package jp.bansho.numbers.registry;

import java.time.Instant;

/// Something that was done with a person's record, as the record of use (使用の記録) has it.
///
/// @param event         name of the event, such as `number-revealed`
/// @param purpose       row and word, such as `P-03:pension-payment`; empty if none was named
/// @param caseReference empty if none was named
public record Use(
        long record, Instant at, String event, String actor, String role, String purpose, String caseReference) {}
