package jp.bansho.numbers.vault;

/// The bytes of a sealed number.
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record SealedValue(byte[] bytes) {}
