package jp.bansho.numbers.inspection;

/// One record with what its evidence proves.
public record RecordSheet(LogRecord record, Proof proof) {}
