package jp.bansho.numbers.roster.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.bansho.access.AccountRole;
import jp.bansho.access.NumberInText;
import jp.bansho.access.account.Account;
import jp.bansho.access.account.Accounts;
import jp.bansho.terminal.Problems;
import org.jspecify.annotations.Nullable;

/// What a user manager types about a transfer within the organisation, as it was typed.
record ChangeForm(
        @Nullable String role,
        @Nullable String department,
        @Nullable String until,
        @Nullable String reason) {

    /// A reason in which a number stands is not kept, so no page repeats it.
    ChangeForm {
        reason = NumberInText.in(reason) ? null : reason;
    }

    static ChangeForm of(Account account) {
        return new ChangeForm(
                account.role().word(),
                account.department(),
                account.validUntil().toString(),
                null);
    }

    /// Notes what is wrong.
    void check(Problems problems, Labels labels, Account account, LocalDate today) {
        if (AccountRole.of(NewUserForm.text(role))
                .filter(Accounts.rolesOf(account.organisation())::contains)
                .isEmpty()) {
            problems.add("role", labels.of("roster.wrong.role"));
        }
        if (labels.departments().stream().noneMatch(option -> option.value().equals(NewUserForm.text(department)))) {
            problems.add("department", labels.of("roster.wrong.department"));
        }
        if (DayText.read(until).filter(day -> !day.isBefore(today)).isEmpty()) {
            problems.add("until", labels.of("roster.wrong.until"));
        }
        if (NewUserForm.text(reason).isEmpty()) {
            problems.add("reason", labels.of("roster.wrong.reason"));
        }
    }

    /// Whether anything would be different.
    boolean changes(Account account) {
        return !account.role().word().equals(NewUserForm.text(role))
                || !account.department().equals(NewUserForm.text(department))
                || !account.validUntil().equals(DayText.read(until).orElse(null));
    }

    AccountRole givenRole() {
        return AccountRole.of(NewUserForm.text(role)).orElseThrow();
    }

    LocalDate lastDay() {
        return DayText.read(until).orElseThrow();
    }

    /// The typed content, to be sent again.
    Map<String, String> hidden() {
        var all = new LinkedHashMap<String, String>();
        all.put("role", NewUserForm.text(role));
        all.put("department", NewUserForm.text(department));
        all.put("until", NewUserForm.text(until));
        all.put("reason", NewUserForm.text(reason));
        return all;
    }
}
