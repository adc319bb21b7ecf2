package jp.bansho.numbers.inspection.web;

import java.time.LocalDate;
import java.util.List;
import jp.bansho.numbers.inspection.Conditions;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// The conditions of a search as they were typed.
///
/// @param person user number 利用番号 of the person concerned
/// @param kept   handle of the person sought before, which a further search keeps
record LogForm(
        @Nullable String from,
        @Nullable String until,
        @Nullable String account,
        @Nullable String event,
        @Nullable String row,
        @Nullable String person,
        @Nullable String kept,
        @Nullable String refused) {

    private static final int LONGEST_YEARS = 10;

    static LogForm of(Conditions conditions) {
        return new LogForm(
                conditions.from().toString(),
                conditions.until().toString(),
                conditions.account(),
                conditions.event(),
                conditions.row(),
                null,
                conditions.subject() == null ? null : conditions.subject().toString(),
                String.valueOf(conditions.refusedOnly()));
    }

    /// The conditions, without the person; what is wrong is noted.
    Conditions read(LocalDate today, Problems problems, Texts texts, List<Option> events, List<Option> rows) {
        var first = day("from", from, today.minusDays(7), problems, texts);
        var last = day("until", until, today, problems, texts);
        if (!problems.any()
                && (last.isBefore(first) || first.plusYears(LONGEST_YEARS).isBefore(last))) {
            problems.add("until", texts.of("inspection.log.until.wrong"));
        }
        var who = account == null ? "" : account.strip();
        if (!who.isEmpty() && !who.matches(Conditions.ACCOUNT)) {
            problems.add("account", texts.of("inspection.log.account.wrong"));
            who = "";
        }
        return new Conditions(
                first, last, who, known(event, events), known(row, rows), handle(), "true".equals(refused));
    }

    /// The handle kept from the search before; null if there is none.
    @Nullable
    Long handle() {
        return kept != null && kept.matches("[0-9]{1,18}") ? Long.valueOf(kept) : null;
    }

    private static LocalDate day(
            String field, @Nullable String typed, LocalDate otherwise, Problems problems, Texts texts) {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        var day = TypedDay.read(typed);
        if (day.isEmpty()) {
            problems.add(field, texts.of("inspection.log.day.wrong"));
        }
        return day.orElse(otherwise);
    }

    private static String known(@Nullable String chosen, List<Option> options) {
        return options.stream()
                .map(Option::value)
                .filter(value -> value.equals(chosen))
                .findFirst()
                .orElse("");
    }

    /// The address of that search up to the figure of the page.
    static String address(Conditions conditions) {
        var address = UriComponentsBuilder.fromPath("/log")
                .queryParam("from", conditions.from())
                .queryParam("until", conditions.until());
        add(address, "account", conditions.account());
        add(address, "event", conditions.event());
        add(address, "row", conditions.row());
        if (conditions.subject() != null) {
            address.queryParam("kept", conditions.subject());
        }
        if (conditions.refusedOnly()) {
            address.queryParam("refused", true);
        }
        return address.build().toUriString() + "&page=";
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }
}
