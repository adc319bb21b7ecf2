package jp.bansho.numbers.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Turns the figures of a month into sections, and the sections into the XHTML of a paper: Japanese with English
/// subtitles, dates in the Japanese era.
@Component
public class ReportPages {

    private final Texts texts;
    private final MessageSource messages;
    private final Dates dates;
    private final Organisations organisations;

    ReportPages(Texts texts, MessageSource messages, Dates dates, Organisations organisations) {
        this.texts = texts;
        this.messages = messages;
        this.dates = dates;
        this.organisations = organisations;
    }

    /// A table of the report.
    ///
    /// @param key  word of the section; its title is the message `operation.report.<key>`
    /// @param rows cells as text; the last cell of each is an amount
    public record Section(String key, String title, List<String> heads, List<List<String>> rows) {}

    /// All sections in the language of the request.
    List<Section> sections(MonthFigures figures) {
        var sections = new ArrayList<Section>();
        sections.add(section("availability", List.of("what", "value"), availability(figures)));
        sections.add(section(
                "outages",
                List.of("from", "until", "manner"),
                figures.outages().stream()
                        .map(outage -> List.of(
                                dates.paper(outage.from()),
                                dates.paper(outage.until()),
                                text(outage.clean() ? "clean" : "unclean")))
                        .toList()));
        sections.add(section(
                "jobs",
                List.of("kind", "outcome", "seconds", "longest", "count"),
                figures.jobs().stream()
                        .map(job -> List.of(
                                message("intake.kind." + job.kind(), job.kind()),
                                message("overview.job." + job.state(), job.state()),
                                amount(Math.round(job.busySeconds())),
                                amount(Math.round(job.longestSeconds())),
                                amount(job.count())))
                        .toList()));
        sections.add(section("acts", List.of("act", "count"), acts(figures, false)));
        sections.add(section("refusals", List.of("act", "count"), acts(figures, true)));
        sections.add(section(
                "findings",
                List.of("organisation", "opened", "worked-off", "open"),
                figures.findings().stream()
                        .map(line -> List.of(
                                organisations.name(line.organisation(), texts.japanese()),
                                amount(line.opened()),
                                amount(line.workedOff()),
                                amount(line.open())))
                        .toList()));
        sections.add(section("alarms", List.of("part", "count"), counts(figures.alarms())));
        sections.add(section("capacity", List.of("what", "value"), capacity(figures)));
        sections.add(section(
                "approvals",
                List.of("kind", "outcome", "count"),
                figures.approvals().stream()
                        .map(line -> List.of(line.kind(), line.state(), amount(line.count())))
                        .toList()));
        sections.add(section(
                "reviews",
                List.of("kind", "period", "deadline"),
                figures.reviews().stream()
                        .map(line -> List.of(line.kind(), line.period(), dates.day(line.deadline())))
                        .toList()));
        return sections;
    }

    private List<List<String>> availability(MonthFigures figures) {
        var whole = Duration.between(figures.from(), figures.until());
        var share = whole.isZero() ? 0 : 100.0 * figures.served().toSeconds() / whole.toSeconds();
        return List.of(
                List.of(text("through"), amount(figures.through())),
                List.of(text("starts"), amount(figures.starts())),
                List.of(text("stops"), amount(figures.stops())),
                List.of(text("served"), amount(figures.served().toMinutes())),
                List.of(text("share"), String.format(Locale.ROOT, "%.2f %%", share)));
    }

    private List<List<String>> capacity(MonthFigures figures) {
        var capacity = figures.capacity();
        return List.of(
                List.of(text("database-bytes"), amount(capacity.databaseBytes())),
                List.of(text("numbers"), amount(capacity.numbers())),
                List.of(text("registered"), amount(capacity.registered())),
                List.of(text("records"), amount(capacity.records())),
                List.of(text("recorded"), amount(capacity.recorded())));
    }

    private List<List<String>> acts(MonthFigures figures, boolean refused) {
        return figures.acts().entrySet().stream()
                .filter(act -> act.getKey().endsWith("-refused") == refused)
                .map(act -> List.of(message("event." + act.getKey(), act.getKey()), amount(act.getValue())))
                .toList();
    }

    private static List<List<String>> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> List.of(count.getKey(), amount(count.getValue())))
                .toList();
    }

    private Section section(String key, List<String> heads, List<List<String>> rows) {
        return new Section(key, text(key), heads.stream().map(this::text).toList(), rows);
    }

    private String text(String key) {
        return texts.of("operation.report." + key);
    }

    private String message(String key, String otherwise) {
        var found = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }

    private static String amount(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// The paper, in Japanese whatever the language of the request.
    String paper(MonthFigures figures, Instant made) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.JAPANESE);
        try {
            var page = new ReportPaper(messages);
            page.head(figures.month(), dates.day(figures.month().atDay(1)), dates.paper(made));
            sections(figures).forEach(page::section);
            return page.end();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
