package jp.bansho.jlis.inquiry;

/// The name of a batch: whose, which job, which part of it.
///
/// @param batch from 1
public record BatchKey(String asker, String job, int batch) {

    /// Checks the words.
    public BatchKey {
        if (!isJob(job) || batch < 1) {
            throw new IllegalArgumentException("not the name of a batch");
        }
    }

    /// Whether a text may name a job: letters, digits, points, hyphens, and no run of digits that could be a number.
    public static boolean isJob(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}") && !text.matches(".*[0-9]{11,}.*");
    }

    String written() {
        return asker + "\n" + job + "\n" + batch;
    }
}
