package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.bansho.access.Member;
import jp.bansho.identifiers.Parsed;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.registry.Outcome;
import jp.bansho.numbers.registry.Registry;
import jp.bansho.numbers.registry.TypedNumber;
import jp.bansho.numbers.registry.web.PersonPages.Whom;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Comparing a dependant's number of this year's declaration with the one that is kept (NUM-0308): the answer is yes or
/// no, and neither number is shown (N5).
@Controller
class CompareScreens {

    private static final String HERE = PersonScreens.PERSON + "/compare";
    private static final String VIEW = "registry/compare";

    private final Registry registry;
    private final ChangePages pages;
    private final Reach reach;
    private final Checks checks;

    CompareScreens(Registry registry, ChangePages pages, Reach reach, Checks checks) {
        this.registry = registry;
        this.pages = pages;
        this.reach = reach;
        this.checks = checks;
    }

    @Needs(Right.REGISTER_PERSON)
    @GetMapping(HERE)
    String form(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var actor = reach.enter(member, association, "confirm");
        return pages.open(
                member,
                actor,
                new Whom(association, subject),
                request,
                response,
                model,
                start -> pages.fill(
                        VIEW, member, start, pages.fresh(member, start, request), new Problems(), request, model));
    }

    @Needs(Right.REGISTER_PERSON)
    @PostMapping(HERE)
    String compare(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            EntryForm form,
            @RequestParam(defaultValue = "") String once,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        reach.enter(member, association, "confirm");
        var whom = new Whom(association, subject);
        var taken = pages.take(member, whom, once, request);
        if (taken.isEmpty()) {
            return pages.over(whom, next);
        }
        var problems = new Problems();
        checks.purpose(problems, "purpose", form.row());
        if (Typed.number(number) instanceof Parsed.Invalid<IndividualNumber>(var fault)) {
            checks.number(problems, "number", fault);
        }
        if (problems.any()) {
            response.setStatus(PersonPages.UNPROCESSABLE);
            return pages.fill(VIEW, member, taken.get(), form, problems, request, model);
        }
        var ground = new Ground(member.department(), form.row());
        var outcome = registry.confirmAgainst(Actors.of(member), ground, association, subject, TypedNumber.of(number));
        return switch (outcome) {
            case Outcome.Done _ -> pages.done(whom, "registry.compare.done", next);
            case Outcome.Refused refused -> pages.back(whom, refused, next);
        };
    }
}
