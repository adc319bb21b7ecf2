package jp.bansho.numbers.inspection;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the names of events mean to the search and to the rules.
final class Events {

    /// Refusals whose name does not end in `-refused`.
    private static final Set<String> OTHER_REFUSALS = Set.of("right-missing", "other-terminal", "clone-suspected");

    /// Somebody looked a person up, or looked at one.
    private static final Set<String> LOOKS =
            Set.of("person-found", "person-shown", "number-sought", "number-revealed", "uses-shown", "work-item-shown");

    /// Somebody looked for a person, found or not.
    private static final Set<String> SEARCHES = Set.of("person-found", "person-not-found", "number-sought");

    /// A person's record was worked on.
    private static final Set<String> WORK = Set.of(
            "person-registered",
            "number-registered",
            "number-changed",
            "number-confirmed",
            "identifiers-changed",
            "person-ended",
            "work-decided");

    /// A session began or went on.
    private static final Set<String> LET_IN = Set.of("came-in", "screen-unlocked", "first-login");

    static final String ACCOUNT_MADE = "account-made";
    static final String AUTHENTICATOR_RESET = "authenticator-reset";
    static final String SLIP_OPENED = "slip-opened";

    /// A way in for somebody was made.
    private static final Set<String> ACCOUNTS = Set.of(ACCOUNT_MADE, AUTHENTICATOR_RESET, SLIP_OPENED);

    /// The operator in the database (A7).
    private static final Set<String> EMERGENCIES =
            Set.of("emergency-opened", "emergency-console-opened", "emergency-statement-begun");

    static final String REVEALED = "number-revealed";
    static final String LOGIN_REFUSED = "login-refused";
    static final String PASSKEY_REFUSED = "passkey-refused";

    /// The same in SQL.
    static final String REFUSED_SQL =
            "(event like '%-refused' or event in ('right-missing', 'other-terminal', 'clone-suspected'))";

    private Events() {}

    static boolean refused(String event) {
        return event.endsWith("-refused") || OTHER_REFUSALS.contains(event);
    }

    static boolean look(String event) {
        return LOOKS.contains(event);
    }

    static boolean search(String event) {
        return SEARCHES.contains(event);
    }

    static boolean work(String event) {
        return WORK.contains(event);
    }

    static boolean letIn(String event) {
        return LET_IN.contains(event);
    }

    static boolean emergency(String event) {
        return EMERGENCIES.contains(event);
    }

    /// The events the rules look at, beside the refusals.
    static List<String> traced() {
        return Stream.of(LOOKS, SEARCHES, WORK, LET_IN, ACCOUNTS, EMERGENCIES)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /// The events that make a way in for an account, which their detail `account` names.
    static List<String> aboutAccounts() {
        return ACCOUNTS.stream().sorted().toList();
    }

    /// Looking at a person, or working on the record of one, as [#touches] knows it.
    static List<String> touching() {
        return Stream.of(LOOKS, WORK).flatMap(Set::stream).sorted().toList();
    }

    /// Looking at a person, or working on the record of one.
    static boolean touches(String event) {
        return look(event) || work(event);
    }
}
