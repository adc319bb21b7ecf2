package jp.bansho.numbers.roster.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.bansho.access.AccountRole;
import jp.bansho.access.NumberInText;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.account.NewUser;
import jp.bansho.identifiers.Parsed;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.terminal.Problems;
import org.jspecify.annotations.Nullable;

/// What a user manager types about a new user, as it was typed.
record NewUserForm(
        @Nullable String staffNumber,
        @Nullable String person,
        @Nullable String userNumber,
        @Nullable String role,
        @Nullable String department,
        @Nullable String from,
        @Nullable String until,
        @Nullable String reason) {

    /// A reason in which a number stands is not kept, so no page repeats it.
    NewUserForm {
        reason = NumberInText.in(reason) ? null : reason;
    }

    private static final int LONGEST = 100;
    private static final int LONGEST_REASON = 500;

    /// An empty form: from tomorrow, until the end of the fiscal year.
    static NewUserForm empty(LocalDate today) {
        var end = LocalDate.of(today.getYear(), 3, 31);
        var until = today.plusMonths(1).isBefore(end) ? end : end.plusYears(1);
        return new NewUserForm(null, null, null, null, null, today.plusDays(1).toString(), until.toString(), null);
    }

    /// The new user; nothing if something is wrong, which the problems then name.
    Optional<NewUser> read(Problems problems, Labels labels, int organisation, LocalDate today) {
        var given = AccountRole.of(text(role)).filter(Accounts.rolesOf(organisation)::contains);
        var first = DayText.read(from);
        var last = DayText.read(until);
        line(problems, labels, "staffNumber", text(staffNumber));
        line(problems, labels, "person", text(person));
        if (!text(userNumber).isEmpty() && !isUserNumber(text(userNumber))) {
            problems.add("userNumber", labels.of("roster.wrong.userNumber"));
        }
        if (given.isEmpty()) {
            problems.add("role", labels.of("roster.wrong.role"));
        }
        if (labels.departments().stream().noneMatch(option -> option.value().equals(text(department)))) {
            problems.add("department", labels.of("roster.wrong.department"));
        }
        dates(problems, labels, first, last, today);
        if (text(reason).isEmpty() || text(reason).length() > LONGEST_REASON) {
            problems.add("reason", labels.of("roster.wrong.reason"));
        }
        if (problems.any() || given.isEmpty() || first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewUser(
                text(staffNumber),
                text(person),
                text(userNumber).isEmpty() ? null : digits(text(userNumber)),
                given.get(),
                text(department),
                first.get(),
                last.get()));
    }

    /// The typed content, to be sent again.
    Map<String, String> hidden() {
        var all = new LinkedHashMap<String, String>();
        all.put("staffNumber", text(staffNumber));
        all.put("person", text(person));
        all.put("userNumber", text(userNumber));
        all.put("role", text(role));
        all.put("department", text(department));
        all.put("from", text(from));
        all.put("until", text(until));
        all.put("reason", text(reason));
        return all;
    }

    private static void line(Problems problems, Labels labels, String field, String typed) {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            problems.add(field, labels.of("roster.wrong." + field));
        }
    }

    private static void dates(
            Problems problems, Labels labels, Optional<LocalDate> first, Optional<LocalDate> last, LocalDate today) {
        if (first.isEmpty() || first.get().isBefore(today)) {
            problems.add("from", labels.of("roster.wrong.from"));
        }
        if (last.isEmpty()) {
            problems.add("until", labels.of("roster.wrong.until"));
        } else if (first.isPresent() && last.get().isBefore(first.get())) {
            problems.add("until", labels.of("roster.wrong.order"));
        }
    }

    /// A user number 利用番号; an Individual Number typed by mistake is not taken.
    private static boolean isUserNumber(String typed) {
        var digits = digits(typed);
        return digits.matches("[0-9]{6,20}") && !(IndividualNumber.parse(digits) instanceof Parsed.Valid<?>);
    }

    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\-‐-―−─ー]", "");
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /// Without the content: names stand in it.
    @Override
    public String toString() {
        return "NewUserForm[]";
    }
}
