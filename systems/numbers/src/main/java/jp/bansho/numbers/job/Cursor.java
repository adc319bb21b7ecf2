package jp.bansho.numbers.job;

/// Where a job goes on: the next batch, its first line, and the byte offset of that line in the source.
public record Cursor(int batch, long line, long offset) {

    /// The beginning of a file.
    public static final Cursor START = new Cursor(1, 1, 0);
}
