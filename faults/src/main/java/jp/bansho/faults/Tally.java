package jp.bansho.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What happened so far: kills, and whatever is not as it must be. Counts are of rows and acts.
final class Tally {

    private static final int SHOWN = 40;

    private final long began = System.nanoTime();
    private final List<String> named = new ArrayList<>();
    private int kills;
    private long lost;
    private long doubled;
    private long wrong;

    synchronized void kill(String what) {
        kills++;
        say("kill %d: %s".formatted(kills, what));
    }

    /// Something acknowledged is not there any more.
    synchronized void lost(long rows, String what) {
        if (rows > 0) {
            lost += rows;
            name("LOST " + rows + ": " + what);
        }
    }

    /// Something is there more often than it was done.
    synchronized void doubled(long rows, String what) {
        if (rows > 0) {
            doubled += rows;
            name("DOUBLED " + rows + ": " + what);
        }
    }

    /// Something is half done, says nothing clear, or does not come back.
    synchronized void wrong(String what) {
        wrong++;
        name("WRONG: " + what);
    }

    synchronized void wrong(boolean so, String what) {
        if (so) {
            wrong(what);
        }
    }

    private void name(String what) {
        if (named.size() < SHOWN) {
            named.add(what);
        }
        say(what);
    }

    synchronized int kills() {
        return kills;
    }

    synchronized boolean clean() {
        return lost == 0 && doubled == 0 && wrong == 0;
    }

    synchronized List<String> named() {
        return List.copyOf(named);
    }

    /// The one line at the end.
    synchronized String line() {
        return "kills: %d, lost: %d, doubled: %d".formatted(kills, lost, doubled);
    }

    void say(String what) {
        System.out.printf(Locale.ROOT, "[%6.1f s] %s%n", (System.nanoTime() - began) / 1e9, what);
    }
}
