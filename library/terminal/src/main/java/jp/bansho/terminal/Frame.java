package jp.bansho.terminal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the frame of a screen shows of the person in front of it; texts in the reader's language.
///
/// @param member      name; null before the login
/// @param date        business date, in both calendars
/// @param environment a word such as 練習用; null in earnest
/// @param path        where a switch of language comes back to; null if this page answers a form
/// @param idleSeconds after this many seconds without a request the screen locks
public record Frame(
        @Nullable String organisation,
        @Nullable String member,
        @Nullable String role,
        @Nullable String department,
        String date,
        @Nullable String environment,
        @Nullable String path,
        @Nullable List<Link> links,
        int idleSeconds) {

    /// A place in the navigation.
    ///
    /// @param textKey key of its name in the messages
    /// @param count   how much waits there; null if nothing is counted
    public record Link(
            String href,
            String textKey,
            boolean current,
            @Nullable Integer count) {}

    /// Without the name: it may end up in a log.
    @Override
    public String toString() {
        return "Frame[" + path + "]";
    }
}
