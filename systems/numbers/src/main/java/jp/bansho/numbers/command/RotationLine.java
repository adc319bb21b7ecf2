package jp.bansho.numbers.command;

import java.io.PrintWriter;
import java.util.Locale;
import jp.bansho.numbers.vault.Rotation;
import jp.bansho.numbers.vault.RotationProgress;
import org.jspecify.annotations.Nullable;

/// One line on the terminal that says what a rotation does and how far it is, and what it waits for.
final class RotationLine implements RotationProgress, AutoCloseable {

    private static final long STEP = 500_000_000;

    private final PrintWriter out;
    private Rotation.@Nullable Phase phase;
    private long shownAt;
    private boolean shown;

    RotationLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void at(Rotation rotation) {
        var now = System.nanoTime();
        if (rotation.phase() == phase && now - shownAt < STEP) {
            return;
        }
        if (rotation.phase() != phase) {
            end();
        }
        phase = rotation.phase();
        shownAt = now;
        shown = true;
        out.printf(Locale.ROOT, "\r  %s  %,d / %,d   ", words(rotation.phase()), rotation.done(), rotation.total());
        out.flush();
    }

    @Override
    public void waiting(Rotation.Phase before) {
        end();
        out.println(
                before == Rotation.Phase.FINISHED
                        ? "  旧い鍵での読み取りの終了を待っています / waiting until nobody reads under the old key"
                        : "  実行中のジョブの終了を待っています / waiting until no job is running");
        out.flush();
    }

    private static String words(Rotation.Phase phase) {
        return switch (phase) {
            case SEALING -> "再封印 sealing anew";
            case FILLING -> "新しい索引の作成 filling the next index";
            case CLEARING -> "旧い索引の消去 clearing the old index";
            case LEAVING -> "旧い鍵の破棄 destroying the old key";
            case FINISHED -> "完了 finished";
        };
    }

    /// Ends the line, so that what follows begins on a new one.
    void end() {
        if (shown) {
            out.println();
            shown = false;
        }
    }

    @Override
    public void close() {
        end();
    }
}
