package jp.bansho.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waiting for something to become true, with an end.
final class Wait {

    private Wait() {}

    /// A question that may fail while the other side is down; then the answer is no.
    @FunctionalInterface
    interface Question {
        boolean yes() throws Exception;
    }

    /// Asks until the answer is yes or the time is over.
    ///
    /// @return whether it became yes
    static boolean until(Duration most, Question question) {
        var end = System.nanoTime() + most.toNanos();
        while (!answer(question)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(2_000_000);
        }
        return true;
    }

    private static boolean answer(Question question) {
        try {
            return question.yes();
        } catch (Exception e) {
            return false;
        }
    }

    static void pause(long milliseconds) {
        var end = System.nanoTime() + milliseconds * 1_000_000;
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
