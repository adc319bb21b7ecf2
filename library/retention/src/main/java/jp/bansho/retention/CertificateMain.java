package jp.bansho.retention;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import jp.bansho.audit.KeyFile;

/// The stand-alone verifier: `java -cp retention.jar:audit.jar jp.bansho.retention.CertificateMain certificate keys`.
/// Needs no database and no system.
///
/// Exit 0: genuine. 1: worthless, with the reason in Japanese and English. 2: it could not be checked.
public final class CertificateMain {

    private CertificateMain() {}

    static void main(String[] arguments) {
        System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length != 2) {
            out.println("使い方: 廃棄証明ファイル 公開鍵ファイル / usage: <certificate file> <public key file>");
            return 2;
        }
        try {
            var verifier = new CertificateVerifier(KeyFile.read(Path.of(arguments[1])));
            return switch (verifier.verify(Files.readAllBytes(Path.of(arguments[0])))) {
                case CertificateVerdict.Genuine(var certificate) -> {
                    CertificateSummary.lines(certificate).forEach(out::println);
                    yield 0;
                }
                case CertificateVerdict.Worthless(var english, var japanese) -> {
                    out.println("無効: " + japanese + " / WORTHLESS: " + english);
                    yield 1;
                }
            };
        } catch (IOException | InvalidPathException e) {
            out.println("検証できません。 / Could not be checked: " + e);
            return 2;
        }
    }
}
