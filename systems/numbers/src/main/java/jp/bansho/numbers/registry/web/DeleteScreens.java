package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.registry.EndReason;
import jp.bansho.numbers.registry.Outcome;
import jp.bansho.numbers.registry.Registry;
import jp.bansho.numbers.registry.web.ChangePages.Start;
import jp.bansho.numbers.registry.web.Confirm.Fact;
import jp.bansho.numbers.registry.web.PersonPages.Whom;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Deleting what was registered by mistake (NUM-0307): a reason, a second look, done (N3).
@Controller
class DeleteScreens {

    private static final String HERE = PersonScreens.PERSON + "/delete";
    private static final String VIEW = "registry/delete";

    private final Registry registry;
    private final ChangePages pages;
    private final Reach reach;
    private final Checks checks;
    private final Texts texts;
    private final Clock clock;

    DeleteScreens(Registry registry, ChangePages pages, Reach reach, Checks checks, Texts texts, Clock clock) {
        this.registry = registry;
        this.pages = pages;
        this.reach = reach;
        this.checks = checks;
        this.texts = texts;
        this.clock = clock;
    }

    /// What was chosen and waits to be confirmed.
    private record Pending(Start start, EntryForm form, EndReason reason) {}

    @Needs(Right.DELETE_PERSON)
    @GetMapping({HERE, HERE + "/done"})
    String form(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var actor = reach.enter(member, association, "delete");
        return pages.open(
                member,
                actor,
                new Whom(association, subject),
                request,
                response,
                model,
                start -> fill(member, start, pages.fresh(member, start, request), new Problems(), request, model));
    }

    @Needs(Right.DELETE_PERSON)
    @PostMapping(HERE)
    String entry(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            EntryForm form,
            @RequestParam(defaultValue = "") String once,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        reach.enter(member, association, "delete");
        var whom = new Whom(association, subject);
        var taken = pages.take(member, whom, once, request);
        if (taken.isEmpty()) {
            return pages.over(whom, next);
        }
        var start = taken.get();
        var reason = reason(form.reason());
        var problems = new Problems();
        checks.purpose(problems, "purpose", form.row());
        if (reason == null) {
            problems.add("reason", texts.of("registry.reason.missing"));
        }
        if (problems.any() || reason == null) {
            response.setStatus(PersonPages.UNPROCESSABLE);
            return fill(member, start, form, problems, request, model);
        }
        var facts = new ArrayList<>(pages.facts(start, form.row()));
        facts.add(new Fact(texts.of("registry.reason"), words(reason)));
        model.addAttribute(
                "confirm",
                new Confirm(
                        "NUM-0307",
                        texts.of("registry.delete.confirm"),
                        texts.of("registry.delete.text"),
                        facts,
                        List.of(),
                        null,
                        whom.path() + "/delete/done",
                        whom.path(),
                        texts.of("registry.delete.act"),
                        true,
                        Tray.of(request, member).keep(new Pending(start, form, reason), clock.instant())));
        return "registry/confirm";
    }

    @Needs(Right.DELETE_PERSON)
    @PostMapping(HERE + "/done")
    String done(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String correct,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        reach.enter(member, association, "delete");
        var whom = new Whom(association, subject);
        var taken = Tray.of(request, member)
                .take(key, Pending.class, clock.instant())
                .filter(waiting -> waiting.start().whom().equals(whom));
        if (taken.isEmpty()) {
            return pages.over(whom, next);
        }
        var pending = taken.get();
        if (!correct.isEmpty()) {
            return fill(member, pending.start(), pending.form(), new Problems(), request, model);
        }
        var outcome = registry.delete(
                Actors.of(member),
                new Ground(member.department(), pending.form().row()),
                association,
                subject,
                pending.start().version(),
                pending.reason());
        return switch (outcome) {
            case Outcome.Done _ -> pages.done(whom, "registry.delete.done", next);
            case Outcome.Refused refused -> pages.back(whom, refused, next);
        };
    }

    private String fill(
            Member member, Start start, EntryForm form, Problems problems, HttpServletRequest request, Model model) {
        model.addAttribute(
                "reasons",
                Arrays.stream(EndReason.values())
                        .map(reason -> new Option(reason.name(), words(reason)))
                        .toList());
        return pages.fill(VIEW, member, start, form, problems, request, model);
    }

    private String words(EndReason reason) {
        return texts.japanese() ? reason.japanese() : reason.english();
    }

    private static @Nullable EndReason reason(@Nullable String name) {
        return Arrays.stream(EndReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
