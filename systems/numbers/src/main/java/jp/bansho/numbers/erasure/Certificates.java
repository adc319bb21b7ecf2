package jp.bansho.numbers.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;
import jp.bansho.audit.SignedHead;
import jp.bansho.machine.Home;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.keys.KeyBackups;
import jp.bansho.numbers.store.Scope;
import jp.bansho.retention.Certificate;
import jp.bansho.retention.CertificateVerdict;
import jp.bansho.retention.CertificateVerifier;
import jp.bansho.retention.ErasedUse;
import jp.bansho.retention.SignedCertificate;
import jp.bansho.seal.KeyName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes erasure certificates and keeps them in `BANSHO_HOME/certificates`.
@Component
class Certificates {

    private final Path folder;
    private final HeadSigner signer;
    private final CertificateVerifier verifier;
    private final Transactions transactions;

    Certificates(Home home, HeadSigner signer, HeadKeys keys, Transactions transactions) {
        this.folder = home.folder().resolve("certificates");
        this.signer = signer;
        this.verifier = new CertificateVerifier(keys);
        this.transactions = transactions;
    }

    /// Where the certificate of a run lies.
    Path file(Run run) {
        return folder.resolve("erasure-" + run.number() + ".txt");
    }

    /// The certificate of a run, if it is there and genuine.
    Optional<Certificate> read(Run run) {
        try {
            return Files.exists(file(run))
                            && verifier.verify(Files.readAllBytes(file(run)))
                                    instanceof CertificateVerdict.Genuine(var certificate)
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate could not be read", e);
        }
    }

    /// Writes the certificate of a run whose keys are destroyed. One that a crash kept from being recorded stays as it
    /// is: there are never two of one run. After a restore to an earlier moment a number may be given again;
    /// what lies there then speaks of another run and is evidence, so it is put aside.
    ///
    /// @return SHA-256 of the file
    String write(Run run, List<RunItem> items, SignedHead head) {
        try {
            if (read(run).filter(written -> of(run, written)).isEmpty()) {
                putAside(file(run));
                var text = SignedCertificate.sign(certificate(run, items, head), signer)
                        .text();
                put(file(run), text.getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file(run))));
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate could not be written", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean of(Run run, Certificate written) {
        return written.listDigest().equals(run.digest())
                && written.keyBefore().equals(run.keyBefore())
                && written.keyAfter().equals(run.keyAfter());
    }

    private static void putAside(Path file) throws IOException {
        for (var number = 1; Files.exists(file); number++) {
            var aside = file.resolveSibling(file.getFileName() + ".earlier-" + number);
            if (!Files.exists(aside)) {
                Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private Certificate certificate(Run run, List<RunItem> items, SignedHead head) {
        var destroyed = List.of("pad-seal/" + run.association() + "/" + there(run.padVersion()));
        var keyBefore = there(run.keyBefore());
        return new Certificate(
                run.number(),
                run.association(),
                run.day(),
                there(run.erasedAt()),
                there(run.application()),
                run.preparedBy(),
                there(run.approvedBy()),
                run.digest(),
                items.stream()
                        .map(item -> new ErasedUse(item.subject(), item.use(), item.eraseFrom(), item.whole()))
                        .toList(),
                there(run.numbers()),
                destroyed,
                keyBefore,
                there(run.keyAfter()),
                head.seq(),
                head.hash(),
                warnings(destroyed));
    }

    /// Key backups that would bring a destroyed key back, with every number it opened.
    private List<String> warnings(List<String> destroyed) {
        return transactions.read(new Scope.Operator(), KeyBackups::holdingDestroyed).stream()
                .flatMap(backup -> backup.destroyed().stream()
                        .map(KeyName::written)
                        .filter(destroyed::contains)
                        .map(key -> "key backup " + backup.number() + " of "
                                + LocalDate.ofInstant(backup.madeAt(), ZoneOffset.UTC) + " still holds " + key))
                .toList();
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(file.toAbsolutePath().getParent(), owner);
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, bytes);
        try (var channel = FileChannel.open(next, StandardOpenOption.READ)) {
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static <T> T there(@Nullable T fact) {
        if (fact == null) {
            throw new IllegalStateException("a run without that fact has no certificate");
        }
        return fact;
    }
}
