package jp.bansho.numbers.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.numbers.incident.Closings;
import jp.bansho.numbers.incident.IncidentKind;
import jp.bansho.numbers.incident.Incidents;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.TypedDay;
import jp.bansho.terminal.VisitBook;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-1001 the incidents, NUM-1002 one of them with its clock, NUM-1003 opening one by hand (S6).
@Controller
class IncidentScreens {

    private final Incidents incidents;
    private final Closings closings;
    private final Organisations organisations;
    private final Texts texts;
    private final Words words;
    private final Clock clock;

    IncidentScreens(
            Incidents incidents,
            Closings closings,
            Organisations organisations,
            Texts texts,
            Words words,
            Clock clock) {
        this.incidents = incidents;
        this.closings = closings;
        this.organisations = organisations;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    /// A line of the list.
    record Row(Incidents.Row row, String organisation) {}

    @Needs(Right.SEE_INCIDENTS)
    @GetMapping("/incidents")
    String list(Member member, @RequestParam(defaultValue = "") String state, Model model) {
        var all = state.equals("all");
        model.addAttribute("all", all);
        model.addAttribute(
                "rows",
                incidents.list(member, !all).stream()
                        .map(row ->
                                new Row(row, organisations.name(row.incident().organisation(), texts.japanese())))
                        .toList());
        return "incident/list";
    }

    @Needs(Right.SEE_INCIDENTS)
    @GetMapping("/incidents/{incident}")
    String one(Member member, @PathVariable long incident, HttpServletResponse response, Model model) {
        var sheet = incidents.one(member, incident);
        if (sheet.isEmpty()) {
            return missing(response, model);
        }
        var found = sheet.get().incident();
        model.addAttribute("sheet", sheet.get());
        model.addAttribute("title", words.of("incident.one.title", incident));
        model.addAttribute("organisation", organisations.name(found.organisation(), texts.japanese()));
        model.addAttribute("asked", closings.application(member, found).orElse(null));
        model.addAttribute("crumbs", words.crumbs());
        return "incident/one";
    }

    @Needs(Right.WORK_ON_INCIDENT)
    @GetMapping("/incidents/new")
    String ask(Model model) {
        return form(model, "", "", "", "", "", new Problems());
    }

    @Needs(Right.WORK_ON_INCIDENT)
    @PostMapping("/incidents/new")
    String open(
            Member member,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String summary,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var problems = new Problems();
        var chosen = IncidentKind.of(kind).filter(IncidentKind::byHand);
        if (chosen.isEmpty()) {
            problems.add("kind", words.of("incident.kind.missing"));
        }
        var known = moment(day, time);
        if (known.isEmpty()) {
            problems.add("day", words.of("incident.known.wrong"));
        }
        words.check("place", place, problems);
        words.check("summary", summary, problems);
        if (chosen.isPresent() && known.isPresent() && !problems.any()) {
            try {
                var id = incidents.open(member, chosen.get(), known.get(), place, summary);
                Notice.done(next, words.of("incident.new.done"));
                return "redirect:/incidents/" + id;
            } catch (AccessRefused refused) {
                problems.add("day", words.refusal(refused));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model, kind, day, time, place, summary, problems);
    }

    private String form(
            Model model, String kind, String day, String time, String place, String summary, Problems problems) {
        model.addAttribute("kinds", words.kinds());
        model.addAttribute("typedKind", kind);
        model.addAttribute("typedDay", NumberInText.in(day) ? "" : day);
        model.addAttribute("typedTime", NumberInText.in(time) ? "" : time);
        model.addAttribute("typedPlace", Words.safe(place));
        model.addAttribute("typedSummary", Words.safe(summary));
        model.addAttribute("problems", problems);
        model.addAttribute("crumbs", words.crumbs());
        return "incident/new";
    }

    /// Day and time in Japan; without a time the beginning of the day, which lets the clock run longest.
    private Optional<Instant> moment(String day, String time) {
        if (!time.isBlank() && !time.strip().matches("(0?[0-9]|1[0-9]|2[0-3]):[0-5][0-9]")) {
            return Optional.empty();
        }
        return TypedDay.read(day)
                .filter(read -> !read.isAfter(LocalDate.ofInstant(clock.instant(), VisitBook.JAPAN)))
                .map(read -> {
                    var parts = time.isBlank()
                            ? new String[] {"0", "0"}
                            : time.strip().split(":", 2);
                    return read.atTime(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                            .atZone(VisitBook.JAPAN)
                            .toInstant();
                });
    }

    private String missing(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("status", HttpStatus.NOT_FOUND.value());
        model.addAttribute("refusal", words.of("incident.missing"));
        return "error";
    }

    @Bean
    static Place incidentPlace() {
        return new Place(850, "/incidents", "incident.link", Right.SEE_INCIDENTS);
    }
}
