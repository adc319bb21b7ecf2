package jp.bansho.numbers.purge;

import java.time.Instant;

/// A period 保存期間 that an organisation set for the details of its records.
public record Period(int years, String reason, String setBy, Instant setAt) {}
