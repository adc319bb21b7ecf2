package jp.bansho.numbers.inspection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a search of the record asks for; empty texts ask for nothing.
///
/// @param from        first day, in Japan
/// @param until       last day, in Japan
/// @param account     login ID of who acted
/// @param event       name of the event
/// @param row         row of the table of purposes, such as `P-03`
/// @param subject     handle of the person concerned
/// @param refusedOnly only what was refused
public record Conditions(
        LocalDate from,
        LocalDate until,
        String account,
        String event,
        String row,
        @Nullable Long subject,
        boolean refusedOnly) {

    /// The words typed for a login ID that may stand in a record.
    public static final String ACCOUNT = "[a-z][a-z0-9.-]{1,31}";
}
