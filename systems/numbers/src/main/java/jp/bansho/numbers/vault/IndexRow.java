package jp.bansho.numbers.vault;

import java.util.UUID;

/// One entry of the index of numbers.
record IndexRow(UUID tag, long subject, int generation, int state) {}
