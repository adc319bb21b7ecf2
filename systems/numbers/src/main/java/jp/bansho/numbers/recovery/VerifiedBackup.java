package jp.bansho.numbers.recovery;

import java.util.List;

/// A backup that was read back from its first to its last byte and found whole.
///
/// @param facts     what it says about itself
/// @param files     how many files of the database are in it
/// @param bytes     how large they are together
/// @param homeFiles the files of the home folder in it, by name
public record VerifiedBackup(BackupFacts facts, long files, long bytes, List<String> homeFiles) {

    public VerifiedBackup {
        homeFiles = List.copyOf(homeFiles);
    }

    VerifiedBackup(BackupFacts facts, ManifestCheck.Counted counted, List<String> homeFiles) {
        this(facts, counted.files(), counted.bytes(), homeFiles);
    }
}
