package jp.bansho.numbers.erasure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.erasure.Fact;
import jp.bansho.numbers.erasure.FactAnswer;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.erasure.Outlooks;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What decides until when a person's number is kept (NUM-0903): entry, confirmation (NUM-0904), done; correction with
/// a reason. R1.
@Controller
class FactScreens {

    private static final String PERSON = "/retention/people/{subject}";

    private final Facts facts;
    private final Outlooks outlooks;
    private final Rights rights;
    private final Texts texts;

    FactScreens(Facts facts, Outlooks outlooks, Rights rights, Texts texts) {
        this.facts = facts;
        this.outlooks = outlooks;
        this.rights = rights;
        this.texts = texts;
    }

    @Needs(Right.SEE_RETENTION)
    @GetMapping(PERSON)
    String person(Member member, @PathVariable long subject, Model model) {
        return show(member, subject, new FactForm("", "", "", ""), model);
    }

    /// Checks what was typed and asks; with `step=do` it is recorded.
    @Needs(Right.RECORD_RETENTION)
    @PostMapping(PERSON)
    String record(
            Member member,
            @PathVariable long subject,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "check") String step,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var form = new FactForm(sort, day, until, text);
        var known = form.known().orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var problems = new Problems();
        if (form.date().isEmpty() || (!form.until().isBlank() && form.end().isEmpty())) {
            problems.add(form.date().isEmpty() ? "day" : "until", texts.of("retention.day.wrong"));
            return again(member, subject, form, problems, response, model);
        }
        if (step.equals("do")) {
            var answer = write(member, subject, known, form);
            if (answer == FactAnswer.DONE) {
                Notice.done(next, texts.of("retention.fact.done"));
                return "redirect:/retention/people/" + subject;
            }
            problems.add(field(answer), texts.of("retention.answer." + answer.word()));
            return again(member, subject, form, problems, response, model);
        }
        if (step.equals("back")) {
            return show(member, subject, form, model);
        }
        return ask(member, subject, known, form, problems, response, model);
    }

    /// Takes a date back or releases a hold.
    @Needs(Right.RECORD_RETENTION)
    @PostMapping(PERSON + "/end")
    String end(
            Member member,
            @PathVariable long subject,
            @RequestParam String sort,
            @RequestParam long fact,
            @RequestParam(defaultValue = "") String because,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var known = Arrays.stream(Fact.Sort.values())
                .filter(one -> one.word().equals(sort))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var answer = facts.end(Actors.of(member), member.organisation(), subject, known, fact, because);
        if (answer == FactAnswer.DONE) {
            Notice.done(next, texts.of("retention.fact.ended"));
            return "redirect:/retention/people/" + subject;
        }
        var problems = new Problems();
        problems.add("because", texts.of("retention.answer." + answer.word()));
        return again(member, subject, new FactForm("", "", "", ""), problems, response, model);
    }

    private FactAnswer write(Member member, long subject, Fact.Sort sort, FactForm form) {
        var actor = Actors.of(member);
        var here = member.organisation();
        var day = form.date().orElseThrow();
        return switch (sort) {
            case DEATH -> facts.recordDeath(actor, here, subject, day, form.text());
            case DEADLINE -> facts.recordDeadline(actor, here, subject, day, form.text());
            case HOLD -> facts.placeHold(actor, here, subject, day, form.end().orElse(null), form.text());
        };
    }

    private String ask(
            Member member,
            long subject,
            Fact.Sort sort,
            FactForm form,
            Problems problems,
            HttpServletResponse response,
            Model model) {
        var sheet = sheet(member, subject);
        var day = form.date().orElseThrow();
        var answer = switch (sort) {
            case DEATH -> facts.checkDeath(sheet.person(), day, form.text());
            case DEADLINE -> facts.checkDeadline(sheet.person(), day, form.text());
            case HOLD -> form.text().isBlank() ? FactAnswer.TEXT_MISSING : FactAnswer.DONE;
        };
        if (answer != FactAnswer.DONE) {
            problems.add(field(answer), texts.of("retention.answer." + answer.word()));
            return again(member, subject, form, problems, response, model);
        }
        model.addAttribute("subject", subject);
        model.addAttribute("sheet", sheet);
        model.addAttribute("form", form);
        model.addAttribute("day", day);
        model.addAttribute("end", form.end().orElse(null));
        model.addAttribute("eraseFrom", form.eraseFrom().orElse(null));
        model.addAttribute(
                "soon",
                form.eraseFrom()
                        .filter(from -> from.isBefore(outlooks.today().plusYears(1)))
                        .isPresent());
        model.addAttribute("crumbs", crumbs());
        return "retention/confirm";
    }

    private String again(
            Member member, long subject, FactForm form, Problems problems, HttpServletResponse response, Model model) {
        model.addAttribute("problems", problems);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        var numbered = problems.list().stream()
                .anyMatch(problem -> problem.text().equals(texts.of("retention.answer.number-in-text")));
        return show(member, subject, numbered ? new FactForm(form.sort(), form.day(), form.until(), "") : form, model);
    }

    private String show(Member member, long subject, FactForm form, Model model) {
        var sheet = sheet(member, subject);
        model.addAttribute("subject", subject);
        model.addAttribute("sheet", sheet);
        model.addAttribute("form", form);
        model.addAttribute(
                "sorts",
                Arrays.stream(Fact.Sort.values())
                        .map(sort -> new Option(sort.word(), texts.of("retention.sort." + sort.word())))
                        .toList());
        model.addAttribute("records", rights.allows(member, Right.RECORD_RETENTION));
        model.addAttribute("crumbs", crumbs());
        return "retention/person";
    }

    private Facts.Sheet sheet(Member member, long subject) {
        return facts.see(Actors.of(member), Own.association(member), subject)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String field(FactAnswer answer) {
        return switch (answer) {
            case TEXT_MISSING, NUMBER_IN_TEXT -> "text";
            case ENDS_BEFORE -> "until";
            case DONE, NOBODY, NO_SUCH_USE, DAY_AHEAD, DAY_OUT_OF_BOUNDS, KNOWN_ALREADY, NOT_IN_FORCE, BUSY -> "day";
        };
    }

    private List<Crumb> crumbs() {
        return List.of(new Crumb("/retention", texts.of("retention.title")));
    }
}
