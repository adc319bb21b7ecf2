package jp.bansho.machine.command;

import java.io.UncheckedIOException;
import java.util.Set;
import jp.bansho.machine.NotInstalled;
import jp.bansho.machine.Refused;
import jp.bansho.machine.StoreBroken;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ledger.MediaRefused;
import jp.bansho.seal.KeysRefused;
import jp.bansho.seal.SealBroken;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns what went wrong into one clear line. Causes go to the log as class names and places: a message of a driver or
/// a parser may quote the data it stumbled over.
public final class Refusals implements IExecutionExceptionHandler {

    private static final Set<Class<? extends RuntimeException>> EVERYWHERE = Set.of(
            Refused.class,
            NotInstalled.class,
            StoreBroken.class,
            KeysRefused.class,
            SealBroken.class,
            MediaRefused.class,
            ParcelRefused.class);

    private final Set<Class<? extends RuntimeException>> speaking;

    /// Refusals of a machine.
    ///
    /// @param speaking exceptions of this machine whose messages are meant for people
    public Refusals(Set<Class<? extends RuntimeException>> speaking) {
        this.speaking = Set.copyOf(speaking);
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult parsed) {
        var cause = unwrap(exception);
        line.getErr().println("bansho: " + message(cause));
        var trace = new StringBuilder();
        for (var step = cause; step != null; step = step.getCause()) {
            trace.append(step.getClass().getName());
            for (var frame : step.getStackTrace()) {
                trace.append("\n    at ").append(frame);
            }
            trace.append('\n');
        }
        LoggerFactory.getLogger(Refusals.class).warn("{}", trace);
        return ExitCode.REFUSED;
    }

    private static Throwable unwrap(Throwable exception) {
        var cause = exception;
        while ((cause instanceof BeanCreationException
                        || cause.getClass().getName().startsWith("org.springframework"))
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private String message(Throwable cause) {
        if (speaks(EVERYWHERE, cause) || speaks(speaking, cause)) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof UncheckedIOException) {
            return "a file could not be read or written to its end, perhaps a full disk; see the log"
                    + " / ファイルを最後まで読み書きできません（ディスク容量など）。ログを確認してください";
        }
        return "failed, see the log / 失敗しました。ログを確認してください (" + cause.getClass().getSimpleName() + ")";
    }

    private static boolean speaks(Set<Class<? extends RuntimeException>> those, Throwable cause) {
        return those.stream().anyMatch(type -> type.isInstance(cause));
    }
}
