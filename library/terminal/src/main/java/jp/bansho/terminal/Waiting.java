package jp.bansho.terminal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line of the work list: something of which some wait for a member.
///
/// @param textKey  key of its name in the messages
/// @param href     where it is worked off
/// @param count    how many wait
/// @param deadline the earliest deadline among them; null if there is none
public record Waiting(
        String textKey, String href, long count, @Nullable LocalDate deadline) {}
