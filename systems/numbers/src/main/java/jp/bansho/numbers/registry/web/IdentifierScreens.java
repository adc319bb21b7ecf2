package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.identifiers.BasicPensionNumber;
import jp.bansho.identifiers.Parsed;
import jp.bansho.numbers.registry.EntryCheck;
import jp.bansho.numbers.registry.Identifiers;
import jp.bansho.numbers.registry.Outcome;
import jp.bansho.numbers.registry.Registry;
import jp.bansho.numbers.registry.web.ChangePages.Start;
import jp.bansho.numbers.registry.web.Confirm.Change;
import jp.bansho.numbers.registry.web.PersonPages.Whom;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
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

/// Changing a person's identifiers (NUM-0305): entry, old beside new, done (N3).
@Controller
class IdentifierScreens {

    private static final String HERE = PersonScreens.PERSON + "/identifiers";
    private static final String VIEW = "registry/identifiers";

    private final Registry registry;
    private final EntryCheck entries;
    private final ChangePages pages;
    private final Reach reach;
    private final Checks checks;
    private final Texts texts;
    private final Clock clock;

    IdentifierScreens(
            Registry registry,
            EntryCheck entries,
            ChangePages pages,
            Reach reach,
            Checks checks,
            Texts texts,
            Clock clock) {
        this.registry = registry;
        this.entries = entries;
        this.pages = pages;
        this.reach = reach;
        this.checks = checks;
        this.texts = texts;
        this.clock = clock;
    }

    /// What was typed and waits to be confirmed.
    private record Pending(Start start, EntryForm form) {}

    @Needs(Right.REGISTER_PERSON)
    @GetMapping({HERE, HERE + "/done"})
    String form(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var actor = reach.enter(member, association, "change-identifiers");
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
        reach.enter(member, association, "change-identifiers");
        var whom = new Whom(association, subject);
        var taken = pages.take(member, whom, once, request);
        if (taken.isEmpty()) {
            return pages.over(whom, next);
        }
        var start = taken.get();
        var problems = new Problems();
        checks.purpose(problems, "purpose", form.row());
        if (form.identifiers().userNumber().isEmpty()) {
            problems.add("userNumber", texts.of("registry.userNumber.missing"));
        } else {
            entries.identifiers(association, form.identifiers()).ifPresent(why -> checks.refusal(problems, why));
        }
        if (problems.any()) {
            response.setStatus(PersonPages.UNPROCESSABLE);
            return pages.fill(VIEW, member, start, form, problems, request, model);
        }
        model.addAttribute(
                "confirm",
                new Confirm(
                        "NUM-0305",
                        texts.of("registry.identifiers.confirm"),
                        texts.of("registry.confirm.changes"),
                        pages.facts(start, form.row()),
                        changes(Identifiers.of(start.person()), form.identifiers()),
                        null,
                        whom.path() + "/identifiers/done",
                        whom.path(),
                        texts.of("registry.identifiers.act"),
                        false,
                        Tray.of(request, member).keep(new Pending(start, form), clock.instant())));
        return "registry/confirm";
    }

    @Needs(Right.REGISTER_PERSON)
    @PostMapping(HERE + "/done")
    String done(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String correct,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        reach.enter(member, association, "change-identifiers");
        var whom = new Whom(association, subject);
        var taken = Tray.of(request, member)
                .take(key, Pending.class, clock.instant())
                .filter(waiting -> waiting.start().whom().equals(whom));
        if (taken.isEmpty()) {
            return pages.over(whom, next);
        }
        var start = taken.get().start();
        var form = taken.get().form();
        if (!correct.isEmpty()) {
            return pages.fill(VIEW, member, start, form, new Problems(), request, model);
        }
        var outcome = registry.changeIdentifiers(
                Actors.of(member),
                new Ground(member.department(), form.row()),
                association,
                subject,
                start.version(),
                form.identifiers());
        return switch (outcome) {
            case Outcome.Done _ -> pages.done(whom, "registry.identifiers.done", next);
            case Outcome.Refused refused when refused.why().field().isEmpty() -> pages.back(whom, refused, next);
            case Outcome.Refused refused -> {
                var problems = new Problems();
                checks.refusal(problems, refused, model);
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield pages.fill(VIEW, member, start, form, problems, request, model);
            }
        };
    }

    private List<Change> changes(Identifiers old, Identifiers now) {
        return List.of(
                change("USER_NUMBER", old.userNumber(), now.userNumber()),
                change("OWN_NUMBER", old.ownNumber(), now.ownNumber()),
                change("CERTIFICATE_NUMBER", old.certificateNumber(), now.certificateNumber()),
                change("BASIC_PENSION_NUMBER", hyphenated(old), hyphenated(now)),
                change("PAYROLL_NUMBER", old.payrollNumber(), now.payrollNumber()));
    }

    private Change change(String identifier, @Nullable String old, @Nullable String now) {
        return Change.of(texts.of("registry.by." + identifier), old, now);
    }

    private static @Nullable String hyphenated(Identifiers identifiers) {
        var typed = identifiers.basicPensionNumber();
        return typed != null && BasicPensionNumber.parse(typed) instanceof Parsed.Valid<BasicPensionNumber>(var number)
                ? number.hyphenated()
                : typed;
    }
}
