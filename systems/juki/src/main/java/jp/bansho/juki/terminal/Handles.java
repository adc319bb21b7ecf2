package jp.bansho.juki.terminal;

import java.util.regex.Pattern;

/// What people type to name a medium or a carrier: handles, never names.
final class Handles {

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern MEDIUM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    private Handles() {}

    /// A user ID, here or elsewhere; twelve digits are none.
    static boolean good(String text) {
        return HANDLE.matcher(text).matches() && !text.matches("[0-9]{12}");
    }

    /// The number of a medium.
    static boolean medium(String text) {
        return MEDIUM.matcher(text).matches() && !text.matches("[0-9]{12}");
    }
}
