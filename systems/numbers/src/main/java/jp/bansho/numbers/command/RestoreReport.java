package jp.bansho.numbers.command;

import java.nio.file.Path;
import java.util.stream.Collectors;
import jp.bansho.numbers.recovery.Restored;

/// What the operator reads after a restore, and what to do next.
final class RestoreReport {

    private RestoreReport() {}

    static String of(Restored restored, Path folder) {
        var text = new StringBuilder(
                """
                展開済み / unpacked: %s  バックアップ / backup of %s  ログ / log files %,d
                ホームのファイル / files of the home folder: %s
                """.formatted(folder, restored.backup().facts().madeAt(), restored.segments(), restored.home()));
        if (restored.recovered().isEmpty()) {
            return text.append("""
                    次の手順 / next:
                      1. フォルダの所有者を PostgreSQL の利用者に変更 / give the folder to the server’s user
                      2. PostgreSQL をこのフォルダで起動 / start PostgreSQL on it; it recovers by itself
                      3. database.properties の url を確認 / see that database.properties leads there
                      4. bansho numbers restore finish""").toString();
        }
        var recovered = restored.recovered().get();
        text.append("復旧済み / recovered: %.1f 秒 s\n".formatted(recovered.seconds()));
        text.append(lines(restored));
        return text.append("""
                次の手順 / next:
                  1. PostgreSQL をこのフォルダで起動 / start PostgreSQL on this folder
                  2. database.properties の url を確認 / see that database.properties leads there
                  3. bansho numbers restore finish%s""".formatted(
                                recovered.gap().lost() > 0
                                        ? " --accept-loss " + recovered.gap().lost()
                                        : ""))
                .toString();
    }

    static String ofDrill(Restored restored) {
        return "訓練完了 / drill done: %.1f 秒 s\n%s"
                .formatted(restored.recovered().map(Restored.Recovered::seconds).orElse(0.0), lines(restored))
                .stripTrailing();
    }

    private static String lines(Restored restored) {
        var recovered = restored.recovered().orElseThrow();
        var text = new StringBuilder();
        text.append("記録 / record: %,d  書き出し済み / exported %,d  損失 / lost %,d\n"
                .formatted(
                        recovered.gap().database(),
                        recovered.gap().exported(),
                        recovered.gap().lost()));
        text.append("件数 / counts: %s\n"
                .formatted(recovered.counts().entrySet().stream()
                        .map(entry -> entry.getKey() + " %,d".formatted(entry.getValue()))
                        .collect(Collectors.joining("  "))));
        if (!recovered.renewed().isEmpty()) {
            text.append("この時点の後に消去された人を再び消去 / erased since then, erased again: %,d 人 people (組合 / associations %s)\n"
                    .formatted(
                            recovered.erasedAgain(),
                            recovered.renewed().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        return text.toString();
    }
}
