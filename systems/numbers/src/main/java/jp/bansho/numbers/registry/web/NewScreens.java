package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.registry.EntryCheck;
import jp.bansho.numbers.registry.NewPerson;
import jp.bansho.numbers.registry.Outcome;
import jp.bansho.numbers.registry.Refusal;
import jp.bansho.numbers.registry.Registry;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Registering a person with a number (NUM-0304): entry, comparison with the paper, done (N3, N5). What was typed waits
/// in the server under a key that works once.
@Controller
class NewScreens {

    private final Registry registry;
    private final EntryCheck entries;
    private final NewPage page;
    private final Purposes purposes;
    private final Reach reach;
    private final Checks checks;
    private final Texts texts;
    private final Clock clock;

    NewScreens(
            Registry registry,
            EntryCheck entries,
            NewPage page,
            Purposes purposes,
            Reach reach,
            Checks checks,
            Texts texts,
            Clock clock) {
        this.registry = registry;
        this.entries = entries;
        this.page = page;
        this.purposes = purposes;
        this.reach = reach;
        this.checks = checks;
        this.texts = texts;
        this.clock = clock;
    }

    /// What was typed and waits to be confirmed.
    private record Pending(EntryForm form, Kind kind, TwiceTyped number, Matter matter) {
        NewPerson person() {
            return new NewPerson(kind, form.identifiers(), number.number(), number.confirmation());
        }
    }

    @Needs(Right.REGISTER_PERSON)
    @GetMapping("/people/new")
    String form(Member member, HttpServletRequest request, Model model) {
        var row = Tray.of(request, member).matter().map(Matter::row).orElse("");
        return page.fill(member, EntryForm.empty(row), new Problems(), request, model);
    }

    @Needs(Right.REGISTER_PERSON)
    @GetMapping("/people/new/done")
    String nothing() {
        return "redirect:/people/new";
    }

    @Needs(Right.REGISTER_PERSON)
    @PostMapping("/people/new")
    String entry(
            Member member,
            EntryForm form,
            @RequestParam(defaultValue = "") String once,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String second,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var tray = Tray.of(request, member);
        if (tray.take(once, NewPage.Opened.class, clock.instant()).isEmpty()) {
            return over(next);
        }
        var problems = new Problems();
        var kind = kind(form.kind());
        var typed = new TwiceTyped(number, second);
        var association = reach.chosen(member, 0);
        check(problems, form, kind, typed, association);
        if (problems.any() || kind == null) {
            response.setStatus(PersonPages.UNPROCESSABLE);
            return page.fill(member, form, problems, request, model);
        }
        var pending = new Pending(form, kind, typed, new Matter(association, form.row(), ""));
        if (!purposes.allows(member, form.row(), kind, NumberAct.REGISTER)) {
            return act(member, pending, request, response, next, model); // refuses it, and keeps a record of that
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute(
                "confirm",
                new Confirm(
                        "NUM-0304",
                        texts.of("registry.new.confirm"),
                        texts.of("registry.confirm.compare"),
                        page.facts(kind, form.identifiers(), form.row()),
                        List.of(),
                        typed.grouped(),
                        "/people/new/done",
                        "/people",
                        texts.of("registry.new.act"),
                        false,
                        tray.keep(pending, clock.instant())));
        return "registry/confirm";
    }

    private void check(Problems problems, EntryForm form, @Nullable Kind kind, TwiceTyped typed, int association) {
        checks.purpose(problems, "purpose", form.row());
        if (kind == null) {
            problems.add("kind", texts.of("registry.kind.missing"));
        }
        if (form.identifiers().userNumber().isEmpty()) {
            problems.add("userNumber", texts.of("registry.userNumber.missing"));
        } else {
            entries.identifiers(association, form.identifiers()).ifPresent(why -> checks.refusal(problems, why));
        }
        typed.check(problems, kind, checks);
    }

    @Needs(Right.REGISTER_PERSON)
    @PostMapping("/people/new/done")
    String done(
            Member member,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String correct,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var pending = Tray.of(request, member).take(key, Pending.class, clock.instant());
        if (pending.isEmpty()) {
            return over(next);
        }
        return correct.isEmpty()
                ? act(member, pending.get(), request, response, next, model)
                : page.fill(member, pending.get().form(), new Problems(), request, model);
    }

    private String act(
            Member member,
            Pending pending,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var matter = pending.matter();
        var outcome =
                registry.register(Actors.of(member), matter.ground(member), matter.association(), pending.person());
        return switch (outcome) {
            case Outcome.Done(var subject, var _) -> {
                Tray.of(request, member).name(matter);
                Notice.done(next, texts.of("registry.new.done"));
                yield "redirect:/people/" + matter.association() + "/" + subject;
            }
            case Outcome.Refused refused -> {
                var problems = new Problems();
                checks.refusal(problems, refused, model);
                response.setStatus(
                        refused.why() == Refusal.PURPOSE
                                ? HttpServletResponse.SC_FORBIDDEN
                                : HttpServletResponse.SC_CONFLICT);
                yield page.fill(member, pending.form(), problems, request, model);
            }
        };
    }

    private String over(RedirectAttributes next) {
        Notice.info(next, texts.of("registry.form.over"));
        return "redirect:/people/new";
    }

    private static @Nullable Kind kind(@Nullable String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
