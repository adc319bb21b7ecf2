package jp.bansho.numbers.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.inspection.Conditions;
import jp.bansho.numbers.inspection.EvidenceCheck;
import jp.bansho.numbers.inspection.LogSearch;
import jp.bansho.numbers.inspection.Watch;
import jp.bansho.numbers.inspection.Watches;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.VisitBook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Searching the record of use, and one record of it (L2, L3, L7).
@Controller
class LogScreens {

    private final LogSearch search;
    private final EvidenceCheck evidence;
    private final Watches watches;
    private final Words words;
    private final Texts texts;
    private final VisitBook visits;

    LogScreens(LogSearch search, EvidenceCheck evidence, Watches watches, Words words, Texts texts, VisitBook visits) {
        this.search = search;
        this.evidence = evidence;
        this.watches = watches;
        this.words = words;
        this.texts = texts;
        this.visits = visits;
    }

    @Needs({Right.SEE_LOG, Right.CHECK_OPERATIONS})
    @GetMapping("/log")
    String search(
            Member member,
            @ModelAttribute("form") LogForm form,
            @RequestParam(required = false) @Nullable Integer page,
            HttpServletResponse response,
            Model model) {
        var problems = new Problems();
        var conditions = form.read(visits.today(), problems, texts, words.events(), words.rows());
        model.addAttribute("problems", problems);
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else if (page != null) {
            model.addAttribute("found", search.search(member, conditions, page));
            model.addAttribute("base", LogForm.address(conditions));
        }
        return page(member, problems.any() ? form : LogForm.of(conditions), model);
    }

    /// Takes what was typed; a user number ends here and goes on as a handle.
    @Needs({Right.SEE_LOG, Right.CHECK_OPERATIONS})
    @PostMapping("/log")
    String ask(Member member, @ModelAttribute("form") LogForm form, HttpServletResponse response, Model model) {
        var problems = new Problems();
        var conditions = form.read(visits.today(), problems, texts, words.events(), words.rows());
        var person = form.person() == null ? "" : form.person().strip();
        if (!problems.any() && !person.isEmpty()) {
            var handle = search.person(member, person);
            if (handle.isEmpty()) {
                problems.add("person", texts.of("inspection.log.person.wrong"));
            }
            conditions = about(conditions, handle.orElse(null));
        }
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", problems);
            return page(member, form, model);
        }
        return "redirect:" + LogForm.address(conditions) + "1";
    }

    @Needs({Right.SEE_LOG, Right.CHECK_OPERATIONS})
    @GetMapping("/log/{seq}")
    String record(Member member, @PathVariable long seq, HttpServletResponse response, Model model) {
        var found = search.one(member, seq, evidence);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("status", HttpStatus.NOT_FOUND.value());
            model.addAttribute("refusal", texts.of("inspection.record.missing"));
            return "error";
        }
        var sheet = found.get();
        model.addAttribute("sheet", sheet);
        model.addAttribute("proof", sheet.proof().getClass().getSimpleName());
        model.addAttribute("crumbs", List.of(new Crumb("/log", texts.of("inspection.log.title"))));
        return "inspection/record";
    }

    private static Conditions about(Conditions conditions, @Nullable Long subject) {
        return new Conditions(
                conditions.from(),
                conditions.until(),
                conditions.account(),
                conditions.event(),
                conditions.row(),
                subject,
                conditions.refusedOnly());
    }

    private String page(Member member, LogForm form, Model model) {
        var watch = watches.of(member);
        model.addAttribute("form", form);
        model.addAttribute("events", words.events());
        model.addAttribute("rows", words.rows());
        model.addAttribute("people", watch.seesPeople());
        model.addAttribute("operation", watch instanceof Watch.OfOperation);
        var kept = form.handle();
        model.addAttribute(
                "keptNumber",
                kept == null ? null : search.userNumber(member, kept).orElse(String.valueOf(kept)));
        return "inspection/log";
    }

    @Bean
    static Place logPlace() {
        return new Place(810, "/log", "inspection.log.link", Right.SEE_LOG);
    }

    @Bean
    static Place operationLogPlace() {
        return new Place(811, "/log", "inspection.log.operation.link", Right.CHECK_OPERATIONS);
    }
}
