package jp.bansho.numbers.command;

import java.io.UncheckedIOException;
import jp.bansho.access.AccessRefused;
import jp.bansho.layout.LayoutUnknown;
import jp.bansho.numbers.installation.NotInstalled;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.recovery.RecoveryRefused;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.StoreBroken;
import jp.bansho.numbers.vault.IndexLost;
import jp.bansho.numbers.vault.KeysChanging;
import jp.bansho.numbers.vault.RotationRefused;
import jp.bansho.seal.KeysRefused;
import jp.bansho.seal.SealBroken;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns what went wrong into one clear line. Causes go to the log as class names and places: a message of
/// a driver or a parser may quote the data it stumbled over.
final class Refusals implements IExecutionExceptionHandler {

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

    private static String message(Throwable cause) {
        return switch (cause) {
            case NotInstalled _,
                    JobRefused _,
                    StaffRefused _,
                    AccessRefused _,
                    RecoveryRefused _,
                    StoreBroken _,
                    KeysRefused _,
                    SealBroken _,
                    IndexLost _,
                    KeysChanging _,
                    RotationRefused _ -> String.valueOf(cause.getMessage());
            case LayoutUnknown unknown -> unknown.getMessage() + " / " + unknown.japanese();
            case UncheckedIOException _ ->
                "a file could not be read or written to its end, perhaps a full disk; see the log"
                        + " / ファイルを最後まで読み書きできません（ディスク容量など）。ログを確認してください";
            case Throwable other ->
                "failed, see the log / 失敗しました。ログを確認してください (" + other.getClass().getSimpleName() + ")";
        };
    }
}
