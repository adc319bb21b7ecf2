package jp.bansho.numbers.recovery;

/// Keeps the write-ahead log.
public final class WalArchive {

    /// The server's mark of how far the archive has come.
    static final String SLOT = "bansho_wal";

    private WalArchive() {}
}
