package jp.bansho.numbers.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.numbers.incident.Draft;
import jp.bansho.numbers.incident.Drafts;
import jp.bansho.numbers.incident.Incidents;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Paper;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.TypedDay;
import jp.bansho.terminal.VisitBook;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-1008 the draft of the report, counted from the record and completed by hand, and NUM-1011 its paper (S6).
@Controller
class DraftScreens {

    private final Incidents incidents;
    private final Drafts drafts;
    private final Words words;
    private final Dates dates;
    private final Clock clock;

    DraftScreens(Incidents incidents, Drafts drafts, Words words, Dates dates, Clock clock) {
        this.incidents = incidents;
        this.drafts = drafts;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    @Needs(Right.WORK_ON_INCIDENT)
    @GetMapping("/incidents/{incident}/draft")
    String ask(Member member, @PathVariable long incident, Model model) {
        var sheet = incidents.one(member, incident).orElse(null);
        if (sheet == null) {
            throw new AccessRefused("not-yours", "there is no such incident", "その番号の事故はありません");
        }
        var known = LocalDate.ofInstant(sheet.incident().knownAt(), VisitBook.JAPAN);
        var account = sheet.incident().account();
        if (sheet.drafts().isEmpty()) {
            return window(model, incident, known.toString(), known.toString(), account == null ? "" : account);
        }
        var last = sheet.drafts().getFirst();
        return window(
                model, incident, last.from().toString(), last.until().toString(), String.join(" ", last.accounts()));
    }

    /// Counts for the window and accounts, and proposes the nine items; with `step=keep` keeps what was written.
    @Needs(Right.WORK_ON_INCIDENT)
    @PostMapping("/incidents/{incident}/draft")
    String draft(
            Member member,
            @PathVariable long incident,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var from = TypedDay.read(typed.getOrDefault("from", "")).orElse(null);
        var until = TypedDay.read(typed.getOrDefault("until", "")).orElse(null);
        var accounts = accounts(typed.getOrDefault("accounts", ""));
        var problems = new Problems();
        if (from == null || until == null || until.isBefore(from) || until.isAfter(from.plusYears(10))) {
            problems.add("from", words.of("incident.draft.window.wrong"));
        }
        if (accounts.stream().anyMatch(one -> !one.matches("[a-z][a-z0-9.-]{1,31}"))) {
            problems.add("accounts", words.of("incident.draft.accounts.wrong"));
        }
        if (from == null || until == null || problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", problems);
            return window(
                    model,
                    incident,
                    Words.safe(typed.getOrDefault("from", "")),
                    Words.safe(typed.getOrDefault("until", "")),
                    Words.safe(typed.getOrDefault("accounts", "")));
        }
        window(model, incident, from.toString(), until.toString(), String.join(" ", accounts));
        var proposed = drafts.propose(member, incident, from, until, accounts);
        var texts = proposed.texts();
        if (typed.getOrDefault("step", "").equals("keep")) {
            texts = Draft.ITEMS.stream()
                    .map(item -> typed.getOrDefault(item, "").replace("\r\n", "\n"))
                    .toList();
            for (var item : Draft.ITEMS) {
                if (NumberInText.in(typed.get(item))) {
                    problems.add(item, words.of("incident.text.number"));
                }
            }
            if (!problems.any()) {
                try {
                    var version = drafts.keep(member, incident, from, until, accounts, texts);
                    Notice.done(next, words.of("incident.draft.done", version));
                    return "redirect:/incidents/" + incident;
                } catch (AccessRefused refused) {
                    problems.add(Draft.ITEMS.getFirst(), words.refusal(refused));
                }
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("problems", problems);
        model.addAttribute("proposed", proposed);
        model.addAttribute("items", Draft.ITEMS);
        model.addAttribute("texts", texts.stream().map(Words::safe).toList());
        return "incident/draft";
    }

    @Needs(Right.SEE_INCIDENTS)
    @GetMapping("/incidents/{incident}/paper/{version}")
    String paper(Member member, @PathVariable long incident, @PathVariable int version, Model model) {
        var printed = drafts.print(member, incident, version)
                .orElseThrow(() -> new AccessRefused("no-draft", "there is no such draft", "その報告書案はありません"));
        model.addAttribute("printed", printed);
        model.addAttribute("items", Draft.ITEMS);
        model.addAttribute(
                "paper",
                new Paper(
                        words.of("incident.paper.form"),
                        words.of("incident.paper.number", incident, version),
                        dates.day(LocalDate.ofInstant(clock.instant(), VisitBook.JAPAN)),
                        member.account(),
                        dates.paper(clock.instant()),
                        "/incidents/" + incident));
        return "incident/paper";
    }

    private String window(Model model, long id, String from, String until, String accounts) {
        model.addAttribute("incident", id);
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("accounts", accounts);
        model.addAttribute("crumbs", words.crumbs(id));
        return "incident/draft";
    }

    private static List<String> accounts(String typed) {
        return Arrays.stream(typed.strip().split("[\\s,、]+", -1))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }
}
