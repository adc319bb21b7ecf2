package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.bansho.access.Member;
import jp.bansho.numbers.registry.web.PersonPages.Asked;
import jp.bansho.numbers.registry.web.PersonPages.Whom;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The sheet of a person (NUM-0302), numbers masked; before it, a purpose.
@Controller
class PersonScreens {

    static final String PERSON = "/people/{association}/{subject}";

    private final PersonPages pages;
    private final Reach reach;
    private final Checks checks;

    PersonScreens(PersonPages pages, Reach reach, Checks checks) {
        this.pages = pages;
        this.reach = reach;
        this.checks = checks;
    }

    @Needs(Right.FIND_PERSON)
    @GetMapping(PERSON)
    String person(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var actor = reach.enter(member, association, "see");
        return pages.show(member, actor, new Whom(association, subject), null, request, response, model);
    }

    @Needs(Right.FIND_PERSON)
    @GetMapping(PERSON + "/purpose")
    String purpose(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            HttpServletRequest request,
            Model model) {
        reach.enter(member, association, "see");
        var reference = Tray.of(request, member)
                .matter(association)
                .map(Matter::caseReference)
                .orElse("");
        return pages.ask(member, new Whom(association, subject), new Asked("", reference, null), model);
    }

    /// Names another purpose for the same person.
    @Needs(Right.FIND_PERSON)
    @PostMapping(PERSON + "/purpose")
    String name(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String caseReference,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        reach.enter(member, association, "see");
        var whom = new Whom(association, subject);
        var reference = Typed.caseReference(caseReference);
        var problems = new Problems();
        checks.purpose(problems, "purpose", purpose);
        checks.caseReference(problems, "caseReference", reference, false);
        if (problems.any()) {
            response.setStatus(PersonPages.UNPROCESSABLE);
            return pages.ask(member, whom, new Asked(purpose, Checks.shown(caseReference), problems), model);
        }
        Tray.of(request, member).name(new Matter(association, purpose, reference));
        return "redirect:" + whom.path();
    }
}
