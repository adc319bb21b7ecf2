package jp.bansho.access.account;

import java.time.Instant;

/// Which slip it was that somebody came with: another one of the same account has another moment.
public record OpenedSlip(Instant madeAt, Instant shownAt) {}
