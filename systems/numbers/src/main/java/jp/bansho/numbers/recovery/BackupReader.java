package jp.bansho.numbers.recovery;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.seal.KeyRing;
import org.jspecify.annotations.Nullable;

/// Reads a backup back: decrypts it and holds every file against the manifest, in constant memory.
final class BackupReader {

    private BackupReader() {}

    /// Takes the files of a backup; a check alone takes none.
    interface Target extends TarPieces.Entries {
        void homeFile(String name) throws IOException;

        void homeBytes(byte[] bytes, int length) throws IOException;

        /// PostgreSQL's manifest, which belongs beside its files.
        void manifest(byte[] bytes, int length) throws IOException;
    }

    /// Reads all of it.
    ///
    /// @param to null to check alone
    /// @throws RecoveryRefused naming what is wrong
    static VerifiedBackup read(Path file, KeyRing keys, @Nullable Target to, LongConsumer progress) throws IOException {
        var name = String.valueOf(file.getFileName());
        var check = new ManifestCheck();
        var home = new ArrayList<String>();
        var tar = new TarPieces(to == null ? check : new Both(check, to));
        try (var input = SealedInput.open(file, keys)) {
            if (!BackupFacts.KIND.equals(input.facts().get("kind"))) {
                throw new RecoveryRefused(Reason.OTHER_KIND, name);
            }
            var lastWord = Parts.read(input, name, new Parts.Reader() {
                @Override
                public void homeFile(String path) throws IOException {
                    home.add(path);
                    if (to != null) {
                        to.homeFile(path);
                    }
                }

                @Override
                public void homeBytes(byte[] bytes, int length) throws IOException {
                    if (to != null) {
                        to.homeBytes(bytes, length);
                    }
                }

                @Override
                public void database(byte[] bytes, int length) throws IOException {
                    tar.take(bytes, 0, length);
                    progress.accept(input.consumed());
                }

                @Override
                public void manifest(byte[] bytes, int length) throws IOException {
                    check.manifest(bytes, length);
                    if (to != null) {
                        to.manifest(bytes, length);
                    }
                }
            });
            tar.finish();
            var facts = BackupFacts.of(name, input.facts(), lastWord);
            return new VerifiedBackup(facts, check.prove(facts.segment()), List.copyOf(home));
        } catch (NoSuchFileException e) {
            throw new RecoveryRefused(Reason.NO_SUCH_FILE, name);
        } catch (EOFException e) {
            throw new RecoveryRefused(Reason.CUT, name);
        }
    }

    /// One entry, two takers.
    private record Both(TarPieces.Entries one, TarPieces.Entries other) implements TarPieces.Entries {

        @Override
        public void folder(String name) throws IOException {
            one.folder(name);
            other.folder(name);
        }

        @Override
        public void file(String name, long size) throws IOException {
            one.file(name, size);
            other.file(name, size);
        }

        @Override
        public void bytes(byte[] from, int offset, int length) throws IOException {
            one.bytes(from, offset, length);
            other.bytes(from, offset, length);
        }

        @Override
        public void end() throws IOException {
            one.end();
            other.end();
        }
    }
}
