package jp.bansho.media.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import jp.bansho.audit.KeyFile;

/// The stand-alone verifier: `java -cp media.jar:audit.jar jp.bansho.media.ledger.DisposalMain
/// certificate keys`. Needs no database, no system and no other library.
///
/// Exit 0: genuine. 1: worthless, with the reason in Japanese and English. 2: it could not be
/// checked.
public final class DisposalMain {

    private DisposalMain() {}

    static void main(String[] arguments) {
        System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length != 2) {
            out.println("使い方: 媒体廃棄証明ファイル 公開鍵ファイル / usage: <certificate file> <public key file>");
            return 2;
        }
        try {
            var verifier = new DisposalVerifier(KeyFile.read(Path.of(arguments[1])));
            return switch (verifier.verify(Files.readAllBytes(Path.of(arguments[0])))) {
                case DisposalVerdict.Genuine(var certificate) -> {
                    summary(certificate).forEach(out::println);
                    yield 0;
                }
                case DisposalVerdict.Worthless(var english, var japanese) -> {
                    out.println("無効: " + japanese + " / WORTHLESS: " + english);
                    yield 1;
                }
            };
        } catch (IOException | InvalidPathException e) {
            out.println("検証できません。 / Could not be checked: " + e);
            return 2;
        }
    }

    private static List<String> summary(DisposalCertificate it) {
        return List.of(
                "媒体廃棄証明 %1$s は真正です。 / Disposal certificate %1$s is genuine.".formatted(it.number()),
                "発行 %s、媒体 %s/%s、%s、方法 %s / issued by %1$s, medium %2$s/%3$s, %6$s"
                        .formatted(
                                it.issuer(),
                                it.owner(),
                                it.medium(),
                                it.destroyed() ? "廃棄" : "消去",
                                it.method(),
                                it.destroyed() ? "destroyed" : "erased"),
                "日時 %s、作業者 %s、立会者 %s / done at %1$s by %2$s, witnessed by %3$s"
                        .formatted(it.doneAt(), it.doneBy(), it.witnessedBy()),
                "媒体番号 / parcels: "
                        + String.join(
                                ", ",
                                it.parcels().stream()
                                        .map(parcel -> parcel.number().text())
                                        .toList()));
    }
}
