package jp.bansho.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The stand-alone verifier: `java -cp audit.jar jp.bansho.audit.VerifyMain export heads keys`. Needs no
/// server.
///
/// Exit 0: sound. 1: something is wrong, each finding on a line in Japanese and English. 2: it could not be
/// checked.
public final class VerifyMain {

    private VerifyMain() {}

    static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length != 3) {
            out.println("使い方: 記録ファイル 署名ファイル 公開鍵ファイル / usage: <export file> <head file> <public key file>");
            return 2;
        }
        try {
            var keys = KeyFile.read(Path.of(arguments[2]));
            var verification = new AuditVerifier(Path.of(arguments[1]), keys).verify(Path.of(arguments[0]));
            print(verification, out);
            return verification.sound() ? 0 : 1;
        } catch (IOException | InvalidPathException e) {
            out.println("検証できません。 / Could not be checked: " + e);
            return 2;
        }
    }

    private static void print(Verification verification, PrintStream out) {
        for (var finding : verification.findings()) {
            out.println(finding.japanese() + " / " + finding.english());
        }
        if (verification.more() > 0) {
            out.println("ほか" + verification.more() + "件 / and " + verification.more() + " more");
        }
        out.printf(
                "記録 %,d 件、うち詳細消去済み %,d 件、署名 %,d 件 / %,d records, %,d with purged details, %,d signed heads%n",
                verification.records(),
                verification.purged(),
                verification.heads(),
                verification.records(),
                verification.purged(),
                verification.heads());
        out.println(verification.sound() ? "異常はありません。 / Sound." : "異常があります。 / Not sound.");
    }
}
