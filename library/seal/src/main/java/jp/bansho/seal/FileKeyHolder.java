package jp.bansho.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The key-encryption key in a file that only its owner may read. The file belongs on another medium than the database
/// and its backups: whoever has all three has the numbers.
///
/// A change puts the new key beside the old one, in a file whose name ends in `.next`, until the
/// key ring was wrapped anew. Destroying overwrites the old file before it goes; what the medium
/// itself keeps of overwritten blocks is beyond reach from here.
public final class FileKeyHolder implements KeyHolder {

    private final Path file;
    private final Path next;

    /// The key-encryption key of that file.
    public FileKeyHolder(Path file) {
        this.file = file.toAbsolutePath();
        this.next = this.file.resolveSibling(file.getFileName() + ".next");
    }

    @Override
    public KeyEncryption open(String id) {
        // a second look, because another process may be putting the new key in the place of the old one
        return find(id).or(() -> find(id)).orElseThrow(() -> {
            if (Files.exists(file)) {
                FileKeyEncryption.open(file);
            }
            return KeysRefused.because(
                    Files.exists(file) ? KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY : KeysRefused.Reason.MISSING,
                    String.valueOf(file.getFileName()));
        });
    }

    private Optional<FileKeyEncryption> find(String id) {
        return Stream.of(file, next)
                .flatMap(candidate -> readable(candidate).stream())
                .filter(key -> key.id().equals(id))
                .findFirst();
    }

    /// A file that is being overwritten, or vanished a moment ago, holds no key.
    private static Optional<FileKeyEncryption> readable(Path candidate) {
        try {
            return Files.exists(candidate) ? Optional.of(FileKeyEncryption.open(candidate)) : Optional.empty();
        } catch (KeysRefused | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Override
    public KeyEncryption first() {
        return FileKeyEncryption.create(file);
    }

    @Override
    public KeyEncryption make(KeyPlace place) {
        if (place != KeyPlace.FILE) {
            throw KeysRefused.because(KeysRefused.Reason.NOT_SET_UP, place.word());
        }
        try {
            OwnerFiles.destroy(next);
            return FileKeyEncryption.create(next);
        } catch (IOException e) {
            throw new UncheckedIOException("the new key-encryption key could not be written", e);
        }
    }

    @Override
    public void destroyAllBut(String id) {
        try {
            if (KeyPlace.holding(id) != KeyPlace.FILE) {
                OwnerFiles.destroy(next);
                OwnerFiles.destroy(file);
                return;
            }
            if (readable(next).filter(key -> key.id().equals(id)).isPresent()) {
                OwnerFiles.destroy(file);
                OwnerFiles.rename(next, file);
            } else if (readable(file).filter(key -> key.id().equals(id)).isPresent()) {
                OwnerFiles.destroy(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the old key-encryption key could not be destroyed", e);
        }
    }
}
